/**
 * A draft while it is open: on this device at every key, at the desk within seconds, merged where both changed. It is
 * one writer per browser; see `one-writer.ts` for the other tabs.
 */
import type { DraftApi } from './draft-api.js';
import type { DraftStore, KeptDraft } from './draft-store.js';
import { mergeDrafts, sameDraft, withChoice, type Conflict, type Draft } from './draft.rules.js';

export interface DraftState {
  draft: Draft;
  conflicts: readonly Conflict[];
  /** `device`: some of it is only here yet. `conflict`: a person has to choose. `refused`: the desk does not take it. */
  place: 'opening' | 'desk' | 'device' | 'conflict' | 'refused';
  /** When the desk last took it; ISO 8601. */
  savedAt: string | undefined;
  /** Why the desk does not take it. */
  why: string | undefined;
}

export interface DraftSession {
  state(): DraftState;
  subscribe(listener: () => void): () => void;
  /** Resolves once it can be written in. Throws where the desk cannot be read and nothing is kept here. */
  ready: Promise<void>;
  edit(change: (draft: Draft) => Draft): void;
  choose(conflict: Conflict, value: unknown): void;
  /** Sends what is unsent now, and resolves when the desk has answered. */
  flush(): Promise<DraftState>;
  /** The page is hidden and may not come back: sends what is unsent without waiting for the answer. */
  leave(): void;
  /** What is unsent stays on this device. */
  close(): void;
  /** Nothing of it is needed here any more: it was submitted. */
  forget(): Promise<void>;
}

interface Parts {
  store: DraftStore;
  desk: DraftApi;
  now?: () => number;
}

const quietMs = 800;
const longestMs = 5_000;
const retryMs = 4_000;
const mostInDoubt = 8;

export function openDraft({ store, desk, now = Date.now }: Parts): DraftSession {
  const listeners = new Set<() => void>();
  let kept: KeptDraft = {
    mine: {},
    base: {},
    tag: '',
    unsent: false,
    conflicts: [],
    inDoubt: [],
    changedAt: '',
  };
  let state: DraftState = { draft: {}, conflicts: [], place: 'opening', savedAt: undefined, why: undefined };
  let closed = false;
  let edits = 0;
  let firstUnsentAt: number | undefined;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let sending: Promise<void> | undefined;

  const tell = (change: Partial<DraftState>): void => {
    state = { ...state, draft: kept.mine, conflicts: kept.conflicts, ...change };
    for (const listener of listeners) listener();
  };

  const keep = (change: Partial<KeptDraft>): Promise<void> => {
    kept = { ...kept, ...change, changedAt: new Date(now()).toISOString() };
    return store.write(kept);
  };

  const isUnsent = (): boolean => kept.unsent && kept.conflicts.length === 0;

  const placeNow = (): DraftState['place'] =>
    kept.conflicts.length > 0 ? 'conflict' : kept.unsent ? 'device' : 'desk';

  const plan = (ms: number): void => {
    clearTimeout(timer);
    if (closed) return;
    timer = setTimeout(() => void send(), ms);
  };

  /** What the desk has now, with what was written here since the two were last the same. */
  const takeIn = (theirs: { draft: Draft; tag: string }): void => {
    const isMine = kept.inDoubt.some((sent) => sameDraft(sent, theirs.draft));
    const base = isMine ? theirs.draft : kept.base;
    const { draft, conflicts } = mergeDrafts(base, kept.mine, theirs.draft);
    void keep({
      inDoubt: [],
      mine: draft,
      base: theirs.draft,
      tag: theirs.tag,
      conflicts: [...kept.conflicts, ...conflicts],
      unsent: !sameDraft(draft, theirs.draft),
    });
  };

  const send = (): Promise<void> => {
    clearTimeout(timer);
    sending ??= sendOnce().finally(() => {
      sending = undefined;
    });
    return sending;
  };

  async function sendOnce(): Promise<void> {
    // What the desk had in between is merged, and sent at once; others may be as quick a second time.
    for (let attempt = 0; attempt < 3 && isUnsent(); attempt++) {
      const sent = kept.mine;
      const at = edits;
      // First here: a browser that ends meanwhile knows later whose words came back.
      await keep({ inDoubt: [...kept.inDoubt, sent].slice(-mostInDoubt) });
      const saved = await desk.save(sent, kept.tag);
      if (saved.outcome === 'saved') {
        void keep({ base: sent, tag: saved.tag, unsent: edits !== at, inDoubt: [] });
        firstUnsentAt = edits === at ? undefined : now();
        tell({ place: placeNow(), savedAt: new Date(now()).toISOString(), why: undefined });
        if (isUnsent()) plan(quietMs);
        return;
      }
      if (saved.outcome === 'refused') {
        tell({ place: 'refused', why: saved.why });
        return;
      }
      if (saved.outcome === 'later') {
        tell({ place: 'device' });
        plan(retryMs);
        return;
      }
      takeIn(saved.theirs);
      tell({ place: placeNow() });
    }
  }

  const open = async (): Promise<void> => {
    const [here, there] = await Promise.allSettled([store.read(), desk.read()]);
    if (here.status === 'fulfilled' && here.value) kept = here.value;
    if (there.status === 'fulfilled') takeIn(there.value);
    else if (here.status !== 'fulfilled' || !here.value) throw there.reason as Error;
    tell({ place: placeNow() });
    if (kept.unsent) plan(0);
  };

  return {
    state: () => state,
    subscribe: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    ready: open(),
    edit: (change) => {
      const mine = change(kept.mine);
      edits += 1;
      void keep({ mine, unsent: true });
      firstUnsentAt ??= now();
      tell({ place: placeNow() });
      plan(Math.max(0, Math.min(quietMs, firstUnsentAt + longestMs - now())));
    },
    choose: (conflict, value) => {
      edits += 1;
      void keep({
        mine: withChoice(kept.mine, conflict.field, value),
        conflicts: kept.conflicts.filter((one) => one !== conflict),
        unsent: true,
      });
      tell({ place: placeNow() });
      plan(0);
    },
    flush: async () => {
      while (isUnsent()) {
        const before = edits;
        await send();
        if (state.place === 'refused' || (isUnsent() && edits === before)) break;
      }
      return state;
    },
    leave: () => {
      if (!kept.unsent || kept.conflicts.length > 0 || state.place === 'refused' || sending) return;
      void send();
    },
    close: () => {
      closed = true;
      clearTimeout(timer);
    },
    forget: async () => {
      closed = true;
      clearTimeout(timer);
      await store.remove();
    },
  };
}
