/** What the second person is asked to confirm: who approved it out of turn, and why. */
import type { Verdict } from '../api/verdicts.js';
import { useWords } from '../language/words.js';
import { Note } from '../parts/note.js';

export function OutOfTurn({ of: { by, reason } }: { of: NonNullable<Verdict['breakGlass']> }) {
  const words = useWords();
  return (
    <div className="notice attention">
      <p>{words('glass.asked', { ref: by.ref })}</p>
      <Note text={reason} />
    </div>
  );
}
