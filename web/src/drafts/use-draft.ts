/** The draft of a task for a screen: its state, and what can be done with it, in whichever tab the pen is. */
import { useEffect, useMemo, useState, useSyncExternalStore } from 'react';
import type { Task } from '../api/tasks.js';
import { isLive } from '../../../src/domain/task/lifecycle.js';
import { isHere, sendBeforeSignOut, useSession } from '../session/session.js';
import { draftApi } from './draft-api.js';
import { openDraft } from './draft-session.js';
import { draftStore } from './draft-store.js';
import { shareDraft, type SharedDraft } from './shared-draft.js';

export function useDraft(member: string, { id, assignee, claim, status }: Task) {
  // One that has ended leaves its words to the task that goes on, and takes none of it.
  const [goesOn] = useState(() => isLive(status));
  const shared: SharedDraft = useMemo(
    () =>
      shareDraft(member, id, () => {
        const store = draftStore({ member, task: id, claim: claim.id, goesOn });
        const session = openDraft({ store, desk: draftApi(id) });
        // By the cookie of somebody else it would be their words.
        const leave = (): Promise<void> => (isHere(member) ? session.leave() : Promise.resolve());
        return { ...session, leave };
      }),
    [member, id, claim.id, goesOn],
  );
  useEffect(() => shared.open(), [shared]);
  useEffect(
    () =>
      sendBeforeSignOut(async () => {
        const now = await shared.refresh();
        return now !== undefined && (now.place === 'desk' || Object.keys(now.draft).length === 0);
      }),
    [shared],
  );
  // What the desk did not take of somebody whose task it was not, or who was signed out, is sent once that is over;
  // others may have written in it meanwhile.
  const isTaken = useSession().status === 'open' && assignee?.id === member;
  useEffect(() => {
    if (isTaken) void shared.refresh();
  }, [shared, isTaken]);
  const state = useSyncExternalStore(shared.subscribe, shared.state);
  return { state, draft: shared };
}
