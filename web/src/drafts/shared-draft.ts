/** A draft over the tabs of one browser: one session writes, and what it says is passed on to the others. */
import { draftApi } from './draft-api.js';
import { openDraft, type DraftSession, type DraftState } from './draft-session.js';
import { draftStore } from './draft-store.js';
import type { Conflict, Draft } from './draft.rules.js';
import { requestPen, type Pen } from './one-writer.js';

export interface SharedState extends DraftState {
  /** Whether this tab writes. */
  writes: boolean;
  /** Why it could not be opened at all. */
  error: unknown;
}

export interface SharedDraft {
  state: () => SharedState;
  subscribe: (listener: () => void) => () => void;
  /** Answers what closes it again. */
  open: () => () => void;
  edit: (change: (draft: Draft) => Draft) => void;
  choose: (conflict: Conflict, value: unknown) => void;
  flush: () => Promise<DraftState>;
  forget: () => Promise<void>;
  /** This tab writes from now on. */
  take: () => void;
}

const unopened: SharedState = {
  draft: {},
  conflicts: [],
  place: 'opening',
  savedAt: undefined,
  why: undefined,
  writes: false,
  error: undefined,
};

export function shareDraft(member: string, task: string): SharedDraft {
  const name = `isnad-draft/${member}/${task}`;
  const listeners = new Set<() => void>();
  let state = unopened;
  let session: DraftSession | undefined;
  let pen: Pen | undefined;
  let others: BroadcastChannel | undefined;

  const tell = (next: SharedState): void => {
    state = next;
    for (const listener of listeners) listener();
  };
  const passOn = (): void => {
    if (session) others?.postMessage({ is: session.state() });
  };

  const begin = (): void => {
    const mine = openDraft({ store: draftStore(member, task), desk: draftApi(task) });
    session = mine;
    mine.subscribe(() => {
      tell({ ...mine.state(), writes: true, error: undefined });
      passOn();
    });
    mine.ready.catch((error: unknown) => {
      tell({ ...state, writes: true, error });
    });
  };
  const end = (): void => {
    session?.close();
    session = undefined;
    tell({ ...state, writes: false });
    others?.postMessage({ asks: true });
  };

  const hear = ({ data }: MessageEvent<{ is?: DraftState; asks?: true }>): void => {
    if (data.asks) passOn();
    else if (data.is && !session) tell({ ...data.is, writes: false, error: undefined });
  };
  const leave = (): void => {
    if (document.visibilityState === 'hidden') session?.leave();
  };
  const back = (): void => {
    void session?.flush();
  };

  return {
    state: () => state,
    subscribe: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    open: () => {
      others = new BroadcastChannel(name);
      others.addEventListener('message', hear);
      document.addEventListener('visibilitychange', leave);
      addEventListener('online', back);
      pen = requestPen(name, { onHeld: begin, onElsewhere: end });
      return () => {
        document.removeEventListener('visibilitychange', leave);
        removeEventListener('online', back);
        session?.leave();
        session?.close();
        session = undefined;
        pen?.release();
        others?.close();
        others = undefined;
      };
    },
    edit: (change) => session?.edit(change),
    choose: (conflict, value) => session?.choose(conflict, value),
    flush: () => session?.flush() ?? Promise.resolve(state),
    forget: () => session?.forget() ?? Promise.resolve(),
    take: () => pen?.take(),
  };
}
