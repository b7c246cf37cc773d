/** What can happen to an export without any knowledge of it: nothing but the export is needed to find these. */
import { randomUUID } from 'node:crypto';
import { canonicalJson } from '../../../src/domain/text/canonical-json.js';
import type { Luck } from '../random.js';
import { at, indexes, isEvent, nameOf, readEvent, type Tampering, type ReadLine } from './lines.js';

const otherDigit = (id: string): string => `${id.slice(0, -1)}${id.endsWith('0') ? '1' : '0'}`;

function otherHash(hash: string | null, luck: Luck): string {
  const whole = hash ?? '0'.repeat(64);
  const place = luck.below(whole.length);
  const digits = Array.from('0123456789abcdef').filter((digit) => digit !== whole.charAt(place));
  return `${whole.slice(0, place)}${luck.oneOf(digits)}${whole.slice(place + 1)}`;
}

/** One field becomes another, written in the right form. */
const fields: ((told: ReadLine, luck: Luck) => Partial<ReadLine['event']> | { hash: string })[] = [
  () => ({ id: randomUUID() }),
  ({ event }) => ({ type: `${event.type}x` }),
  ({ event }) => ({ subject: { ...event.subject, id: randomUUID() } }),
  ({ event }) => ({ subject: { ...event.subject, type: 'member' } }),
  ({ event }) => ({ claim: event.claim === null ? randomUUID() : otherDigit(event.claim) }),
  ({ event }) => ({ claim: event.claim === null ? event.subject.id : null }),
  ({ event }, luck) => ({ ordinal: event.ordinal + luck.oneOf([-1, 1, 7]) }),
  () => ({ actor: randomUUID() }),
  () => ({ key: randomUUID() }),
  ({ event }) => ({ at: event.at.replace(/\d(?=Z)/, (digit) => String((Number(digit) + 1) % 10)) }),
  ({ event }) => ({ data: { ...(event.data as object), added: true } }),
  ({ event }) => ({ data: Object.keys(event.data as object).length === 0 ? [] : {} }),
  ({ event }, luck) => ({ prevHash: otherHash(event.prevHash, luck) }),
  ({ hash }, luck) => ({ hash: otherHash(hash, luck) }),
];

const changeField: Tampering = (lines, luck) => {
  const index = luck.oneOf(indexes(lines, isEvent));
  const told = readEvent(lines[index]);
  const { hash = told.hash, ...change } = luck.oneOf(fields)(told, luck) as { hash?: string };
  const changed = canonicalJson({ ...told, event: { ...told.event, ...change }, hash });
  return { lines: lines.with(index, changed), expected: at(index) };
};

const characters = ['', '0', '9', 'a', 'F', '"', ',', '}', ' ', '\t', '\n', '\r', '\uFEFF', 'é', '\\'];

const withoutPlace = (line: string): string => line.replace(/"position":\d+\}$/, '');

/** One character anywhere is another, comes in between or is gone; also one that ends a line. */
const changeCharacter: Tampering = (lines, luck) => {
  const index = luck.below(lines.length);
  const line = lines[index] ?? '';
  const place = luck.below(line.length);
  const changed = `${line.slice(0, place)}${luck.oneOf(characters)}${line.slice(luck.once(2) ? place : place + 1)}`;
  if (changed === line) return undefined;
  const broken = lines.toSpliced(index, 1, ...changed.split('\n'));
  // A count, a length or a place that is wrong may show only when all has been counted.
  const showsAtOnce = isEvent(line) && withoutPlace(changed) !== withoutPlace(line);
  return { lines: broken, expected: showsAtOnce ? at(index) : at(index, broken.length) };
};

/** The same said in other bytes. */
const respell: Tampering = (lines, luck) => {
  const index = luck.oneOf(indexes(lines, isEvent));
  const line = lines[index] ?? '';
  const changed = luck.oneOf([
    line.replace('"data":', '"data": '),
    line.replace(/"ordinal":(\d+)/, '"ordinal":$1.0'),
    line.replace('{"event":{', '{"event":{"id":"x",'),
    line.replace(/^\{"event":(.*),("hash":"\w+"),("position":\w+)\}$/s, '{$2,$3,"event":$1}'),
    line.replace('"type":"c', String.raw`"type":"\u0063`),
    `${line} `,
    line.replace('"data":{', '"data":{"__proto__":1,'),
  ]);
  return changed === line ? undefined : { lines: lines.with(index, changed), expected: at(index) };
};

const remove: Tampering = (lines, luck) => {
  const index = luck.below(lines.length);
  const left = lines.toSpliced(index, 1);
  const line = lines[index] ?? '';
  if (!isEvent(line)) return { lines: left, expected: at(index, left.length) };
  const told = readEvent(line);
  return { lines: left, expected: { chain: nameOf(told), ordinal: told.event.ordinal } };
};

const repeat: Tampering = (lines, luck) => {
  const from = luck.below(lines.length);
  const to = luck.below(lines.length + 1);
  const index = to === from ? to + 1 : to;
  // The first event of a chain may pass where no chain is open, and shows by what follows it.
  return { lines: lines.toSpliced(to, 0, lines[from] ?? ''), expected: at(index, index + 1) };
};

const swap: Tampering = (lines, luck) => {
  const [first = 0, second = 0] = [luck.below(lines.length), luck.below(lines.length)].sort((a, b) => a - b);
  const [a = '', b = ''] = [lines[first], lines[second]];
  if (a === b) return undefined;
  return { lines: lines.with(first, b).with(second, a), expected: at(first, first + 1) };
};

/** Everything from some line on. */
const cut: Tampering = (lines, luck) => {
  const left = luck.below(lines.length);
  return { lines: lines.slice(0, left), expected: at(left) };
};

export const slips: Readonly<Record<string, Tampering>> = {
  changeField,
  changeCharacter,
  respell,
  remove,
  repeat,
  swap,
  cut,
};
