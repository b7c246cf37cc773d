/**
 * Verdicts that were submitted on this browser: followed until it is known what became of them, wherever their writer is by
 * then, in this tab or another.
 */
import { useSyncExternalStore } from 'react';
import { createListeners } from '../parts/listeners.js';

export interface SentVerdict {
  /** id of its task. */
  task: string;
  /** ref of the claim. */
  claim: string;
  /** id of who wrote it. */
  member: string;
  /** `sending`: the desk has not answered. `unsent`: it was not sent, because of what stands in the draft by now. */
  outcome: 'sending' | 'waits' | 'recorded' | 'refused' | 'unsent';
  /** Its id, once the desk has it. */
  verdict?: string;
  /** Why it was refused, or not sent. */
  why?: string | undefined;
}

let sent: readonly SentVerdict[] = [];
const { subscribe, notify } = createListeners();

/** What was recorded before is seen by now; what was refused of this task is answered by this. */
function put(one: SentVerdict): void {
  const known = sent.some(({ task }) => task === one.task);
  sent = known
    ? sent.map((other) => (other.task === one.task ? one : other))
    : [...sent.filter(({ outcome }) => outcome !== 'recorded'), one];
  notify();
}

/** One that is still being sent goes with its tab: the others follow what the desk has. */
type TabMessage = { is: SentVerdict } | { asks: true };
let others: BroadcastChannel | undefined;
const post = (message: TabMessage): void => {
  others?.postMessage(message);
};

export function noteSent(one: SentVerdict): void {
  put(one);
  if (one.outcome !== 'sending') post({ is: one });
}

export const forgetSent = (task: string): void => {
  sent = sent.filter((one) => one.task !== task);
  notify();
};

function hear({ data }: MessageEvent<TabMessage>): void {
  if ('asks' in data) {
    for (const one of sent) if (one.outcome !== 'sending') post({ is: one });
    return;
  }
  const known = sent.find(({ task }) => task === data.is.task);
  // Who comes late asks all tabs, and each follows by itself: what one has not heard yet is no news.
  const isOlder = data.is.outcome === 'waits' && known?.verdict === data.is.verdict;
  if (known?.outcome !== 'sending' && !isOlder) put(data.is);
}

const follow = (listener: () => void): (() => void) => {
  if (!others) {
    others = new BroadcastChannel('isnad-sent');
    others.addEventListener('message', hear);
    post({ asks: true });
  }
  return subscribe(listener);
};

export const useSentVerdicts = (): readonly SentVerdict[] => useSyncExternalStore(follow, () => sent);
