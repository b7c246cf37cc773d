/** Whether a number or date of one text is in another, though the one may say less of it. */
import { unitsOf } from './currencies.js';

interface Quantities {
  numbers: readonly string[];
  dates: readonly string[];
}

/**
 * `5000000 $` is answered by itself, by `5000000 CAD` and by a bare `5000000`, not by `5000000 €`; 1/3 by 33%; 2024-06-18 by
 * 2024, 2024-06 and --06-18. A year may be a number.
 */
export function countedIn({ numbers, dates }: Quantities): (one: string) => boolean {
  const offered = new Set([
    ...dates,
    ...numbers.flatMap((number) => [...formsOf(number), ...lessOf(number)]),
  ]);
  const said = new Set(numbers);
  const bare = new Set(numbers.filter((number) => amountOf(number) === number));
  return (one) =>
    formsOf(one).some((form) => offered.has(form)) ||
    lessOf(one).some((less) => said.has(less)) ||
    bare.has(amountOf(one)) ||
    dates.some((date) => isOneDate(date, one));
}

/** Without its money. */
const amountOf = (number: string): string => number.split(' ', 1)[0] ?? number;

/** The same with money of no country, and without its money. */
function lessOf(number: string): string[] {
  const [amount = '', money] = number.split(' ');
  return money === undefined ? [] : [amount, ...unitsOf(money).map((unit) => `${amount} ${unit}`)];
}

/** Said once with its money ("$5 million, that is 5 million"), it is said; and once with its country. */
export function withoutRepeats(numbers: readonly string[]): string[] {
  const less = new Set(numbers.flatMap(lessOf));
  return [...new Set(numbers)].filter((number) => !less.has(number));
}

/** Of a part of a whole also the percentage that it is said as. */
function formsOf(number: string): string[] {
  const [, over, under] = /^(\d{1,2})\/(\d{1,3})$/.exec(number) ?? [];
  if (over === undefined) return [number];
  const part = (100 * Number(over)) / Number(under);
  return [number, ...[0, 1, 2].map((decimals) => `${String(Number(part.toFixed(decimals)))}%`)];
}

const written = /^(?:(\d{4})|-)(?:-(\d\d))?(?:-(\d\d))?$/;

/** What both say of it is the same, and both say something: the more of it the one says is no difference. */
function isOneDate(one: string, other: string): boolean {
  const [here, there] = [written.exec(one), written.exec(other)];
  if (!here || !there) return false;
  const parts = [1, 2, 3].map((part) => [here[part], there[part]] as const);
  const known = parts.filter(([mine, theirs]) => mine !== undefined && theirs !== undefined);
  return known.length > 0 && known.every(([mine, theirs]) => mine === theirs);
}
