/** What each move asks for, in the order of its form. Whether it may be made, the API says. */
import { correctionReasons } from '../../../src/domain/claim/correction.js';
import { retractionReasons } from '../../../src/domain/claim/retraction.js';

export interface MoveField {
  name: 'reason' | 'note' | 'into';
  /**
   * A text of one's own, one that readers see with the next edition, one that another editor lets out to them, the ref of a
   * claim, or one of fixed choices.
   */
  kind: 'text' | 'public' | 'notice' | 'ref' | 'choice';
  required: boolean;
  choices?: readonly string[];
}

const note: MoveField = { name: 'note', kind: 'text', required: false };
const noticeToReaders: MoveField = { ...note, kind: 'notice' };
const neededNotice: MoveField = { ...noticeToReaders, required: true };
const because: MoveField = { name: 'reason', kind: 'text', required: true };
const oneOf = (choices: readonly string[]): MoveField => ({
  name: 'reason',
  kind: 'choice',
  required: true,
  choices,
});

const fields: Readonly<Record<string, readonly MoveField[]>> = {
  reject: [because],
  merge: [{ name: 'into', kind: 'ref', required: true }, note],
  correct: [oneOf(correctionReasons), { ...note, kind: 'public', required: true }],
  retract: [oneOf(retractionReasons), noticeToReaders],
  reopen: [because],
  cancel: [note],
};

/** Written by itself, where a retraction or merge was made without. */
export const noticeOfItsOwn: readonly MoveField[] = [neededNotice];

/** What is said of a claim that readers know stands where they read it. */
export const fieldsOf = (event: string, isPublished: boolean): readonly MoveField[] =>
  (fields[event] ?? []).map((field) =>
    event === 'merge' && isPublished && field.name === 'note' ? neededNotice : field,
  );
