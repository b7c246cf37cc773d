/** Takes words that were left on this device away from it, for good: while no tab writes in them. */
import { findDrafts, forgetDraft } from './draft-store.js';
import { noteLeftChanged } from './left-words.js';
import { draftPen } from './shared-draft.js';
import { withPen } from './with-pen.js';

/** False where they are still here: another tab has them open, or the device does not let go of them. */
export async function deleteLeft(member: string, task: string): Promise<boolean> {
  const isTried = await withPen(draftPen(member, task), async () => {
    await forgetDraft(member, task);
    return true;
  });
  noteLeftChanged();
  return isTried === true && !(await findDrafts(member)).some((one) => one.task === task);
}
