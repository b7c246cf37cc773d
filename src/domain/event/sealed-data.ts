/** PURE: texts in the data of an event that can be erased. They are written as seals, and their words beside the event. */
import type { SealableText, Sealed, Sealer, TextKind } from '../text/seal.js';

/** Such a text, before the event is written. */
class TextToSeal implements SealableText {
  constructor(
    readonly kind: TextKind,
    readonly subject: string,
    readonly value: unknown,
    readonly seal: string | null = null,
  ) {}
}

/** Null where there are no words: nothing to erase. */
export const toSeal = (
  kind: TextKind,
  subject: string,
  value: unknown,
  seal: string | null = null,
): TextToSeal | null => (isEmpty(value) ? null : new TextToSeal(kind, subject, value, seal));

/** A text that was sealed when it was written, as what stood there before. */
export const sealedAlready = (kind: TextKind, text: SealableText | null): TextToSeal | null =>
  text && toSeal(kind, text.subject, text.value, text.seal);

const isEmpty = (value: unknown): boolean =>
  value === undefined ||
  value === null ||
  value === '' ||
  (typeof value === 'object' && Object.keys(value).length === 0);

/** The data with each of these texts as its seal. */
export const sealData = (data: Readonly<Record<string, unknown>>, sealer: Sealer): Record<string, unknown> =>
  Object.fromEntries(Object.entries(data).map(([name, value]) => [name, sealValue(value, sealer)]));

function sealValue(value: unknown, sealer: Sealer): unknown {
  if (value instanceof TextToSeal) return sealer.seal(value, value.kind);
  if (Array.isArray(value)) return value.map((item) => sealValue(item, sealer));
  return isRecord(value) ? sealData(value, sealer) : value;
}

/** The value with the words that there are, by seal; where they were erased, the seal stays. */
export function fillIn(value: unknown, words: Readonly<Record<string, unknown>>): unknown {
  if (isSealed(value)) return Object.hasOwn(words, value.sealed) ? words[value.sealed] : value;
  if (Array.isArray(value)) return value.map((item) => fillIn(item, words));
  return isRecord(value)
    ? Object.fromEntries(Object.entries(value).map(([name, one]) => [name, fillIn(one, words)]))
    : value;
}

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && Object.getPrototypeOf(value) === Object.prototype;

export const isSealed = (value: unknown): value is Sealed =>
  isRecord(value) &&
  Object.keys(value).length === 1 &&
  typeof value['sealed'] === 'string' &&
  /^[0-9a-f]{64}$/.test(value['sealed']);
