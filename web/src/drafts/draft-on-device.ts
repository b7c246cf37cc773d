/** A draft as it is held here: kept on this device at every change, and told to whoever shows it. Knows nothing of the desk. */
import { createListeners } from '../parts/listeners.js';
import { unopenedDraft, type DraftState } from './draft-state.js';
import type { DraftStore } from './draft-store.js';
import { reviseConflicts, type Conflict, type DeskDraft, type Draft } from './draft.rules.js';
import { nothingKept, withDesk, withFound, type KeptDraft } from './kept-draft.rules.js';

export type DraftOnDevice = ReturnType<typeof holdDraft>;

export function holdDraft(store: DraftStore, now: () => number = Date.now) {
  const { subscribe, notify } = createListeners();
  let kept = nothingKept;
  let state = unopenedDraft;
  let isClosed = false;
  let isOpened = false;
  /** Nothing is written over what could not be read. */
  let isRead = false;
  /** How often it was changed here. */
  let edits = 0;
  let written: Promise<void> = Promise.resolve();
  let reading: Promise<void> | undefined;
  /** Came with the task, and can be written on before it is known what is kept here. */
  let given: DeskDraft | undefined;

  const publish = (change: Partial<DraftState>): void => {
    state = { ...state, draft: kept.mine, conflicts: kept.conflicts, tag: kept.tag, ...change };
    notify();
  };
  const noteKept = (is: boolean) => (): void => {
    if (!isClosed && state.kept !== is) publish({ kept: is });
  };
  const keep = (change: Partial<KeptDraft>): Promise<void> => {
    kept = { ...kept, ...change };
    // Another session may have opened it since.
    if (isClosed) return written;
    if (!isRead) {
      if (isOpened) store.hold(kept);
      return written;
    }
    // A device that keeps nothing is no reason to keep it from the desk.
    return (written = store.write(kept).then(noteKept(true), noteKept(false)));
  };

  const savedInNow = (): DraftState['savedIn'] =>
    kept.conflicts.length > 0 ? 'conflict' : kept.unsent ? 'device' : 'desk';

  /** What the desk has now, with what was written here since the two were last the same. */
  const mergeTheirs = (theirs: DeskDraft): void => {
    void keep(withDesk(kept, theirs));
  };
  const change = (next: Draft, conflicts: readonly Conflict[], unsent: boolean): void => {
    edits += 1;
    void keep({
      mine: next,
      conflicts: reviseConflicts(conflicts, next, kept.base),
      unsent,
      writtenAt: now(),
    });
    publish(state.writable ? { savedIn: savedInNow(), why: undefined } : {});
  };
  const openWith = (found: KeptDraft): void => {
    kept = found;
    publish({ savedIn: savedInNow(), writable: true });
  };

  async function readOnce(): Promise<void> {
    const found = await store.read().then(
      (here) => ({ here }),
      () => undefined,
    );
    if (isClosed) return;
    isRead = found !== undefined;
    noteKept(isRead)();
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
    } else if (here) openWith(here);
  }

  return {
    subscribe,
    state: () => state,
    kept: () => kept,
    edits: () => edits,
    isOpened: () => isOpened,
    isClosed: () => isClosed,
    /** Whether the desk is to have it: what waits for a person is not sent. */
    isUnsent: () => kept.unsent && kept.conflicts.length === 0,
    savedInNow,
    publish,
    keep,
    mergeTheirs,
    change,
    /** Before it is known what is kept here: what an earlier screen of this tab held, or what came with the task. */
    openWith,
    openGiven: (theirs: DeskDraft): void => {
      given = theirs;
      isOpened = true;
      openWith(withDesk(kept, theirs));
    },
    noteOpened: (): void => {
      isOpened = true;
    },
    isRead: () => isRead,
    /** Resolves once it is known what is kept here, or that it cannot be known now. */
    read: (): Promise<void> => {
      reading ??= readOnce().finally(() => {
        reading = undefined;
      });
      return reading;
    },
    /** Resolves once all of it is here. */
    close: (): Promise<void> => {
      isClosed = true;
      return written;
    },
  };
}
