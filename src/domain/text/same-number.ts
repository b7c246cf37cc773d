/** Whether a number of one text is in another, though the one may say less of it. */

interface Quantities {
  numbers: readonly string[];
  dates: readonly string[];
}

/** `5000000 $` is answered by itself and by a bare `5000000`, not by `5000000 €`; 1/3 by 33%. A year may be a number. */
export function countedIn({ numbers, dates }: Quantities): (one: string) => boolean {
  const offered = new Set([...dates, ...numbers.flatMap((number) => [...formsOf(number), amountOf(number)])]);
  const bare = new Set(numbers.filter((number) => amountOf(number) === number));
  return (one) => formsOf(one).some((form) => offered.has(form)) || bare.has(amountOf(one));
}

/** Without its money. */
export const amountOf = (number: string): string => number.split(' ', 1)[0] ?? number;

/** Of a part of a whole also the percentage that it is said as. */
function formsOf(number: string): string[] {
  const [, over, under] = /^(\d)\/(\d)$/.exec(number) ?? [];
  if (over === undefined) return [number];
  const part = (100 * Number(over)) / Number(under);
  return [number, ...[0, 1, 2].map((decimals) => `${String(Number(part.toFixed(decimals)))}%`)];
}
