/** The draft of a task for a screen: its state, and what can be done with it, in whichever tab the pen is. */
import { useEffect, useMemo, useRef, useState, useSyncExternalStore } from 'react';
import type { Task } from '../api/tasks.js';
import { isLive } from '../../../src/domain/task/lifecycle.js';
import { sendBeforeSignOut, useSession } from '../session/session.js';
import { draftOfTask, endAhead } from './task-draft.js';
import { mayBeLeft, type SharedDraft } from './shared-draft.js';

export function useDraft(member: string, { id, assignee, claim, status }: Task) {
  // One that has ended leaves its words to the task that goes on, and takes none of it.
  const [goesOn] = useState(() => isLive(status));
  const shared: SharedDraft = useMemo(
    () => draftOfTask({ member, task: id, claim: claim.id, ref: claim.ref, goesOn }),
    [member, id, claim.id, claim.ref, goesOn],
  );
  useEffect(() => {
    const close = shared.open();
    endAhead(member, id);
    return close;
  }, [shared, member, id]);
  useEffect(() => sendBeforeSignOut(() => mayBeLeft(shared)), [shared]);
  // What the desk did not take of somebody whose task it was not, or who was signed out, is sent once that is over;
  // others may have written in it meanwhile.
  const isTaken = useSession().status === 'open' && assignee?.id === member;
  const wasTaken = useRef(isTaken);
  useEffect(() => {
    if (isTaken && !wasTaken.current) void shared.refresh();
    wasTaken.current = isTaken;
  }, [shared, isTaken]);
  const state = useSyncExternalStore(shared.subscribe, shared.state);
  return { state, draft: shared };
}
