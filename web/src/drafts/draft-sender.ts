/** Brings a draft to the desk: soon after each change, again where the desk does not answer, one request at a time. */
import type { DraftApi } from './draft-api.js';
import type { DraftOnDevice } from './draft-on-device.js';
import { isOnlyHere } from './kept-draft.rules.js';

const quietMs = 800;
const longestMs = 5_000;
const retryMs = 4_000;
const mostInDoubt = 8;

export function createSender(here: DraftOnDevice, desk: DraftApi, now: () => number) {
  let isDeskRead = false;
  let firstUnsentAt: number | undefined;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let sending: Promise<boolean> | undefined;
  /** Only the answer to the last question counts: what is saved in between is newer than it. */
  let reads = 0;
  let isLeaving = false;
  let hurry = (): void => undefined;

  /** A page that is being closed is given no time to wait for anything, only for what it asks for at once. */
  const mayWait = (): boolean => !isLeaving;
  const whileItStays = <T>(wanted: Promise<T>): Promise<T | undefined> =>
    Promise.race([
      wanted,
      new Promise<undefined>((resolve) => {
        hurry = () => {
          resolve(undefined);
        };
      }),
    ]);
  /** The desk refuses what is older than it has: who has no time to ask first loses nothing by it. */
  const maySaveUnasked = (): boolean => !mayWait() && here.kept().tag !== '' && here.isUnsent();

  const plan = (ms: number): void => {
    clearTimeout(timer);
    if (here.isClosed()) return;
    timer = setTimeout(() => void send(), ms);
  };

  /** Answers whether that brought it further. An older answer never comes behind a newer one. */
  const send = (): Promise<boolean> => {
    clearTimeout(timer);
    sending ??= sendOnce().finally(() => {
      sending = undefined;
    });
    return sending;
  };

  async function readDesk(): Promise<boolean> {
    const read = ++reads;
    const found = await desk.read();
    if (here.isClosed() || read !== reads) return false;
    if (found.outcome === 'found') {
      isDeskRead = true;
      here.mergeTheirs(found.theirs);
      here.publish({ savedIn: here.savedInNow(), writable: true, why: undefined });
      return true;
    }
    if (found.outcome === 'refused')
      here.publish({ savedIn: isOnlyHere(here.kept()) ? 'refused' : 'withheld', why: found.why });
    else {
      here.publish({ savedIn: here.state().writable ? here.savedInNow() : 'unread', why: undefined });
      plan(retryMs);
    }
    return false;
  }

  async function sendOnce(): Promise<boolean> {
    if (!here.isRead()) await here.read();
    if (!isDeskRead && !maySaveUnasked()) {
      const isAnswered = await whileItStays(readDesk());
      if (!isAnswered && !maySaveUnasked()) return false;
      if (!isAnswered) reads += 1;
    }
    // What the desk had in between is merged, and sent at once; others may be as quick a second time. So is what was
    // written while something older was refused.
    for (let attempt = 0; attempt < 3 && here.isUnsent(); attempt++) {
      const outcome = await saveOnce();
      if (outcome !== 'again') return outcome === 'saved';
    }
    if (here.isUnsent()) plan(quietMs);
    return !here.isUnsent();
  }

  async function saveOnce(): Promise<'saved' | 'again' | 'not'> {
    const { mine: sent, inDoubt } = here.kept();
    const at = here.edits();
    const noted = here.keep({ inDoubt: [...inDoubt, sent].slice(-mostInDoubt) });
    // First here: a browser that ends meanwhile knows later whose words came back.
    if (mayWait()) {
      await whileItStays(noted);
      // What was written meanwhile goes along.
      if (!mayWait() && here.edits() !== at) return saveOnce();
    }
    // Another tab may have it by now, and it sends what is kept.
    const saved = here.isClosed() ? undefined : await desk.save(sent, here.kept().tag);
    if (!saved || here.isClosed()) return 'not';
    if (saved.outcome === 'saved' || saved.outcome === 'changed') isDeskRead = true;
    switch (saved.outcome) {
      case 'saved': {
        const { draft: base, tag } = saved.theirs;
        const isSame = here.edits() === at;
        void here.keep({ base, tag, unsent: !isSame, inDoubt: [] });
        firstUnsentAt = isSame ? undefined : now();
        const savedAt = new Date(now()).toISOString();
        here.publish({ savedIn: here.savedInNow(), savedAt, why: undefined });
        if (here.isUnsent()) plan(quietMs);
        return 'saved';
      }
      case 'changed':
        here.mergeTheirs(saved.theirs);
        here.publish({ savedIn: here.savedInNow(), why: undefined });
        return 'again';
      case 'refused':
        if (here.edits() !== at) return 'again';
        here.publish({ savedIn: 'refused', why: saved.why });
        return 'not';
      case 'later':
        here.publish({ savedIn: 'device', why: undefined });
        plan(retryMs);
        return 'not';
    }
  }

  const flush = async (): Promise<void> => {
    while (!here.isClosed() && (!isDeskRead || here.isUnsent())) if (!(await send())) break;
  };

  return {
    send,
    /** Sends what is unsent now, and resolves when the desk has answered. */
    flush,
    /** As the page may end with this turn: waits for nothing before it is sent. */
    flushAtOnce: async (): Promise<void> => {
      isLeaving = true;
      if (maySaveUnasked()) hurry();
      await flush().finally(() => {
        isLeaving = false;
      });
    },
    /** It was written in: within a moment of the last key, and not long after the first. */
    sendSoon: (): void => {
      firstUnsentAt ??= now();
      plan(Math.max(0, Math.min(quietMs, firstUnsentAt + longestMs - now())));
    },
    sendNext: (): void => {
      plan(0);
    },
    /** What the desk has came with the task. */
    noteGiven: (): void => {
      isDeskRead = true;
    },
    /** False where the desk does not answer. */
    refresh: async (): Promise<boolean> => {
      // What is being asked for now may be older than this question.
      await sending;
      isDeskRead = false;
      await flush();
      return isDeskRead;
    },
    end: (): void => {
      clearTimeout(timer);
    },
  };
}
