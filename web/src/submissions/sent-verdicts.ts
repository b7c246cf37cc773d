/** Verdicts that were submitted in this tab: followed until it is known what became of them, wherever their writer is by then. */
import { useSyncExternalStore } from 'react';

export interface SentVerdict {
  /** Its id, and that of its task. */
  verdict: string;
  task: string;
  /** ref of the claim. */
  claim: string;
  /** id of who wrote it. */
  member: string;
  outcome: 'waits' | 'recorded' | 'refused';
  /** Why it was refused. */
  why?: string | undefined;
}

let sent: readonly SentVerdict[] = [];
const listeners = new Set<() => void>();

function set(next: readonly SentVerdict[]): void {
  sent = next;
  for (const listener of listeners) listener();
}

const subscribe = (listener: () => void): (() => void) => {
  listeners.add(listener);
  return () => listeners.delete(listener);
};

/** What was recorded before is seen by now; what was refused of this task is answered by this. */
export const noteSent = (one: Omit<SentVerdict, 'outcome'>): void => {
  const others = sent.filter(({ outcome, task }) => outcome !== 'recorded' && task !== one.task);
  set([...others, { ...one, outcome: 'waits' }]);
};

export const noteOutcome = (verdict: string, outcome: 'recorded' | 'refused', why?: string): void => {
  set(sent.map((one) => (one.verdict === verdict ? { ...one, outcome, why } : one)));
};

export const useSentVerdicts = (): readonly SentVerdict[] => useSyncExternalStore(subscribe, () => sent);
