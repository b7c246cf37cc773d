/** The draft of a task for a screen: its state, and what can be done with it, in whichever tab the pen is. */
import { useEffect, useMemo, useSyncExternalStore } from 'react';
import type { Task } from '../api/tasks.js';
import { shareDraft, type SharedDraft } from './shared-draft.js';

export function useDraft(member: string, { id, assignee }: Task) {
  const shared: SharedDraft = useMemo(() => shareDraft(member, id), [member, id]);
  useEffect(() => shared.open(), [shared]);
  // What the desk did not take of somebody whose task it was not is sent once it is theirs again.
  const isMine = assignee?.id === member;
  useEffect(() => {
    if (isMine) void shared.flush();
  }, [shared, isMine]);
  const state = useSyncExternalStore(shared.subscribe, shared.state);
  return { state, draft: shared };
}
