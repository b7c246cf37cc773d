/** Before somebody signs out in one tab, what they wrote in the others is sent too. */

/** One asks; each other tab says at once that it is at it, and then whether it could. */
export type SentBefore =
  | { is: 'asked'; id: string }
  | { is: 'begun'; id: string; tab: string }
  | { is: 'over'; id: string; tab: string; sent: boolean };

/** A tab that sleeps says nothing: what it wrote is on this device. */
const hearMs = 200;
/** One that never answers is not waited for. */
const longestMs = 10_000;

export const answerForTab = (
  id: string,
  post: (message: SentBefore) => void,
  send: () => Promise<boolean>,
): void => {
  const tab = crypto.randomUUID();
  post({ is: 'begun', id, tab });
  void send().then((sent) => {
    post({ is: 'over', id, tab, sent });
  });
};

/** Whether all of them could. */
export async function askOtherTabs(channel: BroadcastChannel): Promise<boolean> {
  const id = crypto.randomUUID();
  const at = new Set<string>();
  const answers: boolean[] = [];
  let isHeard = false;
  const { promise, resolve } = settleable();
  const check = (): void => {
    if (isHeard && at.size === 0) resolve();
  };
  const hear = ({ data }: MessageEvent<SentBefore>): void => {
    if (data.id !== id) return;
    if (data.is === 'begun') at.add(data.tab);
    if (data.is !== 'over') return;
    at.delete(data.tab);
    answers.push(data.sent);
    check();
  };
  channel.addEventListener('message', hear);
  channel.postMessage({ is: 'asked', id } satisfies SentBefore);
  const timers = [
    setTimeout(() => {
      isHeard = true;
      check();
    }, hearMs),
    setTimeout(resolve, longestMs),
  ];
  await promise;
  for (const timer of timers) clearTimeout(timer);
  channel.removeEventListener('message', hear);
  return at.size === 0 && !answers.includes(false);
}

function settleable(): { promise: Promise<void>; resolve: () => void } {
  let resolve = (): void => undefined;
  const promise = new Promise<void>((settle) => (resolve = settle));
  return { promise, resolve };
}
