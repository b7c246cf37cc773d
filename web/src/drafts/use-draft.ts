/** The draft of a task for a screen: its state, and what can be done with it, in whichever tab the pen is. */
import { useEffect, useMemo, useSyncExternalStore } from 'react';
import { shareDraft, type SharedDraft } from './shared-draft.js';

export function useDraft(member: string, task: string) {
  const shared: SharedDraft = useMemo(() => shareDraft(member, task), [member, task]);
  useEffect(() => shared.open(), [shared]);
  const state = useSyncExternalStore(shared.subscribe, shared.state);
  return { state, draft: shared };
}
