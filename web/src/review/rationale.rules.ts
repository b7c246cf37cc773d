/** PURE: what happens to a text while somebody writes in it. */
import type { Draft } from '../drafts/draft.rules.js';
import { lostMark } from '../../../src/domain/verdict/evidence-marks.js';
import { moveMarks, numbered } from '../drafts/evidence-marks.rules.js';

/** The first piece of evidence that the text does not point to yet, or the last one. */
export function nextMark(text: string, cited: number): string {
  for (let number = 1; number <= cited; number++) {
    if (!text.includes(`[E${String(number)}]`)) return `[E${String(number)}]`;
  }
  return `[E${String(cited)}]`;
}

/** Where a caret is after the text around it changed: beside the same letters. UTF-16 offsets. */
export function moveCaret(before: string, after: string, caret: number): number {
  const shorter = Math.min(before.length, after.length);
  let start = 0;
  while (start < shorter && before[start] === after[start]) start++;
  if (caret <= start) return caret;
  let end = 0;
  while (end < shorter - start && before[before.length - 1 - end] === after[after.length - 1 - end]) end++;
  // Behind the change it moves along; within it, it stands at its end.
  return caret >= before.length - end ? caret + after.length - before.length : after.length - end;
}

/** The draft with a piece of evidence more or less. Its texts go on pointing to the same evidence. */
export function cite(draft: Draft, id: string, cited: boolean): Draft {
  const others = (draft.evidence ?? []).filter((one) => one !== id);
  const next = { ...draft, evidence: cited ? [...others, id] : others };
  if (!draft.rationale) return next;
  const [before, after] = [numbered(draft), numbered(next)];
  const rationale = Object.fromEntries(
    Object.entries(draft.rationale).map(([language, text]) => [language, moveMarks(text, before, after)]),
  );
  return { ...next, rationale };
}

const lostIn = ({ rationale = {} }: Draft): number =>
  Object.values(rationale).join('').split(lostMark).length;

/** Whether a text points to nothing where it pointed to evidence before. */
export const losesMarks = (before: Draft, after: Draft): boolean => lostIn(after) > lostIn(before);
