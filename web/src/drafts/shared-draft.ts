/** A draft over the tabs of one browser: one session writes, and what it says is passed on to the others. */
import type { DraftSession } from './draft-session.js';
import { unopenedDraft, type DraftState } from './draft-state.js';
import type { ConflictSide, Draft } from './draft.rules.js';
import { noteLeftChanged } from './left-words.js';
import { requestPen, type Pen } from './one-writer.js';
import { createListeners } from '../parts/listeners.js';

export interface SharedState extends DraftState {
  /** Whether this tab writes. */
  writes: boolean;
}

export interface SharedDraft {
  state: () => SharedState;
  subscribe: (listener: () => void) => () => void;
  /** Answers what closes it again. It is open for as long as anybody wants it to be. */
  open: () => () => void;
  edit: (change: (draft: Draft) => Draft) => void;
  choose: (field: string, side: ConflictSide) => void;
  /** Sends what is unsent. */
  send: () => Promise<SharedState>;
  /** Asks what the desk has now, and sends what is unsent. Undefined where the desk does not answer. */
  refresh: () => Promise<SharedState | undefined>;
  /** This tab writes from now on. */
  requestWriting: () => void;
}

/** Sends what is unsent; answers whether nothing of it is only here. The tab that writes answers for the others. */
export async function mayBeLeft(draft: Pick<SharedDraft, 'refresh'>): Promise<boolean> {
  const now = await draft.refresh();
  if (!now) return false;
  return (
    !now.writes || now.savedIn === 'desk' || now.savedIn === 'withheld' || Object.keys(now.draft).length === 0
  );
}

/** What tabs tell each other: what one writes, who asks for that, who asks for the pen, and that it is free. */
export interface TabMessage {
  is?: DraftState;
  asks?: 'state' | 'pen';
  free?: true;
}

/** Under this name the tabs agree on who writes. */
export const draftPen = (member: string, task: string): string => `isnad-draft/${member}/${task}`;

/** `patienceMs`: how long a tab is waited for that is to give the pen away; one that sleeps does not answer. */
export function shareDraft(
  member: string,
  task: string,
  openSession: () => DraftSession,
  patienceMs = 1_000,
): SharedDraft {
  const name = draftPen(member, task);
  const { subscribe, notify } = createListeners();
  let state: SharedState = { ...unopenedDraft, writes: false };
  let session: DraftSession | undefined;
  let pen: Pen | undefined;
  let isHeld = false;
  let asking: ReturnType<typeof setTimeout> | undefined;
  let others: BroadcastChannel | undefined;
  /** Its screen was left, and it is being sent: ends it as it is, because somebody waits for it. */
  let finish: (() => void) | undefined;

  const publish = (next: SharedState): void => {
    state = next;
    notify();
  };
  const post = (message: TabMessage): void => {
    others?.postMessage(message);
  };
  const passOn = (): void => {
    if (session) post({ is: session.state() });
  };

  const begin = (): void => {
    clearTimeout(asking);
    isHeld = true;
    if (session) return;
    const mine = openSession();
    session = mine;
    const publishMine = (): void => {
      publish({ ...mine.state(), writes: true });
      passOn();
    };
    mine.subscribe(publishMine);
    publishMine();
  };
  const stopWriting = async (): Promise<void> => {
    const kept = session?.close();
    session = undefined;
    publish({ ...state, writes: false });
    await kept;
  };
  const end = (): void => {
    isHeld = false;
    void stopWriting();
    post({ asks: 'state' });
  };
  const seize = (): void => {
    clearTimeout(asking);
    asking = undefined;
    pen?.take();
  };

  const hear = ({ data }: MessageEvent<TabMessage>): void => {
    if (data.asks && finish) finish();
    else if (data.asks === 'state') passOn();
    // Who has the pen next reads what is kept here: first all of it is.
    else if (data.asks === 'pen' && isHeld)
      void stopWriting().finally(() => {
        post({ free: true });
      });
    else if (data.free && asking !== undefined) seize();
    else if (data.is && !session) publish({ ...data.is, writes: false });
  };
  const look = (): void => {
    if (document.visibilityState === 'hidden') void session?.leave();
    // Others may have written in it meanwhile.
    else void session?.refresh();
  };
  const back = (): void => {
    void session?.flush();
  };

  /** First what is unsent is sent. Who has the pen next reads what is kept here: all of it is by then. */
  const leave = async (mine: Pen | undefined): Promise<void> => {
    await Promise.race([session?.leave(), new Promise<void>((resolve) => (finish = resolve))]);
    await stopWriting().catch(() => undefined);
    mine?.release();
    noteLeftChanged();
    others?.close();
    others = undefined;
  };

  let opened = 0;
  const start = (): void => {
    others = new BroadcastChannel(name);
    others.addEventListener('message', hear);
    document.addEventListener('visibilitychange', look);
    addEventListener('online', back);
    pen = requestPen(name, { onHeld: begin, onElsewhere: end });
  };
  const stop = (): void => {
    document.removeEventListener('visibilitychange', look);
    removeEventListener('online', back);
    clearTimeout(asking);
    asking = undefined;
    void leave(pen);
  };

  return {
    state: () => state,
    subscribe,
    open: () => {
      if (opened++ === 0) start();
      return () => {
        if (--opened === 0) stop();
      };
    },
    edit: (change) => session?.edit(change),
    choose: (field, side) => session?.choose(field, side),
    send: async () => {
      await session?.flush();
      return state;
    },
    refresh: async () => {
      const isAnswered = (await session?.refresh()) ?? true;
      return isAnswered ? state : undefined;
    },
    requestWriting: () => {
      if (isHeld) {
        begin();
        return;
      }
      clearTimeout(asking);
      asking = setTimeout(seize, patienceMs);
      post({ asks: 'pen' });
    },
  };
}
