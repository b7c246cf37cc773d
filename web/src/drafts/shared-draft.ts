/** A draft over the tabs of one browser: one session writes, and what it says is passed on to the others. */
import { draftApi } from './draft-api.js';
import { openDraft, type DraftSession } from './draft-session.js';
import { unopenedDraft, type DraftState } from './draft-state.js';
import { draftStore } from './draft-store.js';
import type { ConflictSide, Draft } from './draft.rules.js';
import { requestPen, type Pen } from './one-writer.js';

export interface SharedState extends DraftState {
  /** Whether this tab writes. */
  writes: boolean;
}

export interface SharedDraft {
  state: () => SharedState;
  subscribe: (listener: () => void) => () => void;
  /** Answers what closes it again. */
  open: () => () => void;
  edit: (change: (draft: Draft) => Draft) => void;
  choose: (field: string, side: ConflictSide) => void;
  flush: () => Promise<SharedState>;
  forget: () => Promise<void>;
  /** This tab writes from now on. */
  take: () => void;
}

export function shareDraft(member: string, task: string): SharedDraft {
  const name = `isnad-draft/${member}/${task}`;
  const listeners = new Set<() => void>();
  let state: SharedState = { ...unopenedDraft, writes: false };
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
      tell({ ...mine.state(), writes: true });
      passOn();
    });
  };
  const end = (): void => {
    void session?.close();
    session = undefined;
    tell({ ...state, writes: false });
    others?.postMessage({ asks: true });
  };

  const hear = ({ data }: MessageEvent<{ is?: DraftState; asks?: true }>): void => {
    if (data.asks) passOn();
    else if (data.is && !session) tell({ ...data.is, writes: false });
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
        const [kept, mine] = [session?.close(), pen];
        session = undefined;
        // Who has the pen next reads what is kept here: first all of it is.
        void Promise.resolve(kept).finally(() => mine?.release());
        others?.close();
        others = undefined;
      };
    },
    edit: (change) => session?.edit(change),
    choose: (field, side) => session?.choose(field, side),
    flush: async () => {
      await session?.flush();
      return state;
    },
    forget: () => session?.forget() ?? Promise.resolve(),
    take: () => pen?.take(),
  };
}
