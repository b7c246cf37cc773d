/** PURE: addresses as they are meant: what is not seen in them came along when they were copied. */
import { unseen } from './fold.js';

const everyUnseen = new RegExp(unseen.source, 'gu');
/** One class: a character that two branches know would be tried both ways, and a run of them for ever. */
const notSeen = String.raw`[\s\u0085${unseen.source.slice(1, -1)}]`;
const ends = new RegExp(`^${notSeen}+|(?<!${notSeen})${notSeen}+$`, 'gu');
const joiners = /[\u200C\u200D]+/gu;

/**
 * The address without what nobody sees: at its ends blanks too. A joiner between letters is a part of the word (کتاب‌خانه):
 * it stays, escaped as browsers send it, so that it is seen. Idempotent.
 */
export function cleanAddress(address: string): string {
  const inner = address.replace(ends, '').replace(everyUnseen, (mark) => (isJoiner(mark) ? mark : ''));
  return inner.replace(joiners, (run: string, at: number) =>
    isWithinWord(inner[at - 1], inner[at + run.length]) ? encodeURIComponent(run.charAt(0)) : '',
  );
}

/** What was done to an address that was cleaned. */
export function cleaningOf(given: string, cleaned: string): { escaped: boolean; takenOut: boolean } {
  const added = countEscaped(cleaned) - countEscaped(given);
  // One character became nine.
  return { escaped: added > 0, takenOut: given.length + 8 * added > cleaned.length };
}

const countEscaped = (text: string): number => text.match(/%E2%80%8[CD]/g)?.length ?? 0;

const isJoiner = (mark: string): boolean => mark === '\u200C' || mark === '\u200D';

/** In UTF-16 units; Latin words are not written with joiners. */
const isWithinWord = (before = '', after = ''): boolean =>
  [before, after].every((unit) => /[A-Za-z0-9\u0080-\uFFFF]/.test(unit)) &&
  /[\u0080-\uFFFF]/.test(before + after);
