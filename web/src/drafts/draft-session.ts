/**
 * A draft while it is open: on this device at every key, at the desk within seconds, merged where both changed. It is
 * one writer per browser; see `one-writer.ts` for the other tabs.
 */
import type { DraftApi } from './draft-api.js';
import { unopenedDraft, type DraftState } from './draft-state.js';
import type { DraftStore } from './draft-store.js';
import {
  reviseConflicts,
  sameDraft,
  withChoice,
  type Conflict,
  type ConflictSide,
  type DeskDraft,
  type Draft,
} from './draft.rules.js';
import { nothingKept, withDesk, withFound, type KeptDraft } from './kept-draft.rules.js';
import { createListeners } from '../parts/listeners.js';

export interface DraftSession {
  state(): DraftState;
  subscribe(listener: () => void): () => void;
  /** Resolves once the desk was asked for it; it is asked again where it does not answer. */
  ready: Promise<unknown>;
  edit(change: (draft: Draft) => Draft): void;
  choose(field: string, side: ConflictSide): void;
  /** Sends what is unsent now, and resolves when the desk has answered. */
  flush(): Promise<DraftState>;
  /** Asks what the desk has now, and sends what is unsent. False where it does not answer. */
  refresh(): Promise<boolean>;
  /** The page is hidden, or its screen is left: sends what is unsent. Resolves once that was tried. */
  leave(): Promise<void>;
  /** What is unsent stays on this device. Resolves once it is there: then another session may open it. */
  close(): Promise<void>;
}

interface Deps {
  store: DraftStore;
  desk: DraftApi;
  now?: () => number;
}

const quietMs = 800;
const longestMs = 5_000;
const retryMs = 4_000;
const mostInDoubt = 8;

export function openDraft({ store, desk, now = Date.now }: Deps): DraftSession {
  const { subscribe, notify } = createListeners();
  let kept = nothingKept;
  let state = unopenedDraft;
  let closed = false;
  let isOpened = false;
  /** Nothing is written over what could not be read. */
  let isHereRead = false;
  let isDeskRead = false;
  /** What was changed before it was known what is kept here. */
  const early: ((draft: Draft) => Draft)[] = [];
  let written: Promise<void> = Promise.resolve();
  let edits = 0;
  let firstUnsentAt: number | undefined;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let sending: Promise<boolean> | undefined;
  let reading: Promise<void> | undefined;
  /** Came with the task, and can be written on before it is known what is kept here. */
  let given: DeskDraft | undefined;

  const publish = (change: Partial<DraftState>): void => {
    state = { ...state, draft: kept.mine, conflicts: kept.conflicts, tag: kept.tag, ...change };
    notify();
  };

  const keep = (change: Partial<KeptDraft>): Promise<void> => {
    kept = { ...kept, ...change };
    // Another session may have opened it since.
    if (closed) return written;
    if (!isHereRead) {
      if (isOpened) store.hold(kept);
      return written;
    }
    // A device that keeps nothing is no reason to keep it from the desk.
    return (written = store.write(kept).then(noteKept(true), noteKept(false)));
  };
  const noteKept = (is: boolean) => (): void => {
    if (!closed && state.kept !== is) publish({ kept: is });
  };

  const isUnsent = (): boolean => kept.unsent && kept.conflicts.length === 0;

  const savedInNow = (): DraftState['savedIn'] =>
    kept.conflicts.length > 0 ? 'conflict' : kept.unsent ? 'device' : 'desk';

  const plan = (ms: number): void => {
    clearTimeout(timer);
    if (closed) return;
    timer = setTimeout(() => void send(), ms);
  };

  /** What the desk has now, with what was written here since the two were last the same. */
  const mergeTheirs = (theirs: DeskDraft): void => {
    void keep(withDesk(kept, theirs));
  };

  /** Answers whether that brought it further. One at a time: an older answer never comes behind a newer one. */
  const send = (isLeaving = false): Promise<boolean> => {
    clearTimeout(timer);
    sending ??= sendOnce(isLeaving).finally(() => {
      sending = undefined;
    });
    return sending;
  };

  async function readDesk(): Promise<boolean> {
    const found = await desk.read();
    if (closed) return false;
    if (found.outcome === 'found') {
      isDeskRead = true;
      mergeTheirs(found.theirs);
      publish({ savedIn: savedInNow(), writable: true, why: undefined });
      return true;
    }
    if (found.outcome === 'refused') publish({ savedIn: 'refused', why: found.why });
    else {
      publish({ savedIn: state.writable ? savedInNow() : 'unread' });
      plan(retryMs);
    }
    return false;
  }

  const readHere = (): Promise<void> => {
    reading ??= readHereOnce().finally(() => {
      reading = undefined;
    });
    return reading;
  };

  async function readHereOnce(): Promise<void> {
    const found = await store.read().then(
      (here) => ({ here }),
      () => undefined,
    );
    if (closed) return;
    isHereRead = found !== undefined;
    noteKept(isHereRead)();
    if (!found) return;
    const { here } = found;
    if (here && given && edits === 0) {
      kept = here;
      mergeTheirs(given);
      publish({ savedIn: savedInNow() });
    } else if (isOpened || kept !== nothingKept) {
      const { mine, conflicts, unsent } = here ? withFound(kept, here) : kept;
      if (here) change(mine, conflicts, unsent);
      else void keep({});
    } else if (here) {
      kept = here;
      publish({ savedIn: savedInNow(), writable: true });
    }
  }

  async function sendOnce(isLeaving: boolean): Promise<boolean> {
    if (!isHereRead) await readHere();
    if (!isDeskRead && !(await readDesk())) return false;
    // What the desk had in between is merged, and sent at once; others may be as quick a second time.
    for (let attempt = 0; attempt < 3 && isUnsent(); attempt++) {
      const sent = kept.mine;
      const at = edits;
      const noted = keep({ inDoubt: [...kept.inDoubt, sent].slice(-mostInDoubt) });
      // First here: a browser that ends meanwhile knows later whose words came back. A page that is being closed is given no
      // time for that, only for what it asks for at once.
      if (!isLeaving) await noted;
      // Another tab may have it by now, and it sends what is kept.
      const saved = closed ? undefined : await desk.save(sent, kept.tag);
      if (!saved || closed) return false;
      if (saved.outcome === 'saved') {
        void keep({ base: saved.theirs.draft, tag: saved.theirs.tag, unsent: edits !== at, inDoubt: [] });
        firstUnsentAt = edits === at ? undefined : now();
        publish({ savedIn: savedInNow(), savedAt: new Date(now()).toISOString(), why: undefined });
        if (isUnsent()) plan(quietMs);
        return true;
      }
      if (saved.outcome === 'refused') {
        publish({ savedIn: 'refused', why: saved.why });
        return false;
      }
      if (saved.outcome === 'later') {
        publish({ savedIn: 'device' });
        plan(retryMs);
        return false;
      }
      mergeTheirs(saved.theirs);
      publish({ savedIn: savedInNow() });
    }
    if (isUnsent()) plan(quietMs);
    return !isUnsent();
  }

  const change = (next: Draft, conflicts: readonly Conflict[], unsent: boolean): void => {
    edits += 1;
    void keep({ mine: next, conflicts: reviseConflicts(conflicts, next, kept.base), unsent });
    publish(state.writable ? { savedIn: savedInNow() } : {});
  };
  const edit = (by: (draft: Draft) => Draft): void => {
    change(by(kept.mine), kept.conflicts, true);
    firstUnsentAt ??= now();
    plan(Math.max(0, Math.min(quietMs, firstUnsentAt + longestMs - now())));
  };

  const flush = async (isLeaving = false): Promise<DraftState> => {
    while (!closed && (!isDeskRead || isUnsent())) if (!(await send(isLeaving))) break;
    return state;
  };

  const open = async (): Promise<void> => {
    const held = store.held();
    if (held) {
      kept = held;
      publish({ savedIn: savedInNow(), writable: true });
    } else {
      given = desk.given();
      if (given) {
        kept = withDesk(kept, given);
        [isOpened, isDeskRead] = [true, true];
        publish({ savedIn: savedInNow(), writable: true });
      }
    }
    await readHere();
    if (closed) return;
    isOpened = true;
    for (const by of early) edit(by);
    await send();
  };

  return {
    state: () => state,
    subscribe,
    ready: open(),
    edit: (by) => {
      if (closed) return;
      if (isOpened) edit(by);
      else early.push(by);
    },
    choose: (field, side) => {
      const conflict = kept.conflicts.find((one) => one.field === field);
      if (!conflict || closed) return;
      const next = withChoice(kept.mine, field, conflict[side]);
      const others = kept.conflicts.filter((one) => one !== conflict);
      change(next, others, !sameDraft(next, kept.base));
      plan(0);
    },
    flush: () => flush(),
    refresh: async () => {
      // What is being asked for now may be older than this question.
      await sending;
      isDeskRead = false;
      await flush();
      return isDeskRead;
    },
    leave: async () => {
      if (isUnsent() && state.savedIn !== 'refused') await flush(true);
    },
    close: () => {
      closed = true;
      clearTimeout(timer);
      return written;
    },
  };
}
