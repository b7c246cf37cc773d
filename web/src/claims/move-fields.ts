/** What each move asks for, in the order of its form. Whether it may be made, the API says. */
import { correctionReasons } from '../../../src/domain/claim/correction.js';
import { retractionReasons } from '../../../src/domain/claim/retraction.js';

export interface MoveField {
  name: 'reason' | 'note' | 'into';
  /** A text of one's own, the ref of a claim, or one of fixed choices. */
  kind: 'text' | 'ref' | 'choice';
  required: boolean;
  choices?: readonly string[];
}

const note: MoveField = { name: 'note', kind: 'text', required: false };
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
  correct: [oneOf(correctionReasons), { ...note, required: true }],
  retract: [oneOf(retractionReasons), note],
  reopen: [because],
  cancel: [note],
};

export const fieldsOf = (event: string): readonly MoveField[] => fields[event] ?? [];
