/**
 * A draft while it is open: on this device at every key, at the desk within seconds, merged where both changed. It is
 * one writer per browser; see `one-writer.ts` for the other tabs.
 */
import type { DraftApi } from './draft-api.js';
import { holdDraft } from './draft-on-device.js';
import { createSender } from './draft-sender.js';
import type { DraftState } from './draft-state.js';
import type { DraftStore } from './draft-store.js';
import { sameDraft, withChoice, type ConflictSide, type Draft } from './draft.rules.js';

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

export function openDraft({ store, desk, now = Date.now }: Deps): DraftSession {
  const here = holdDraft(store, now);
  const sender = createSender(here, desk, now);
  /** What was changed before it was known what is kept here. */
  const early: ((draft: Draft) => Draft)[] = [];

  const edit = (by: (draft: Draft) => Draft): void => {
    const { mine, conflicts } = here.kept();
    here.change(by(mine), conflicts, true);
    sender.sendSoon();
  };

  const open = async (): Promise<void> => {
    const held = store.held();
    const given = held ? undefined : desk.given();
    if (held) here.openWith(held);
    else if (given) {
      here.openGiven(given);
      sender.noteGiven();
    }
    await here.read();
    if (here.isClosed()) return;
    here.noteOpened();
    for (const by of early) edit(by);
    await sender.send();
  };

  return {
    state: here.state,
    subscribe: here.subscribe,
    ready: open(),
    edit: (by) => {
      if (here.isClosed()) return;
      if (here.isOpened()) edit(by);
      else early.push(by);
    },
    choose: (field, side) => {
      const { mine, base, conflicts } = here.kept();
      const conflict = conflicts.find((one) => one.field === field);
      if (!conflict || here.isClosed()) return;
      const next = withChoice(mine, field, conflict[side]);
      const others = conflicts.filter((one) => one !== conflict);
      here.change(next, others, !sameDraft(next, base));
      sender.sendNext();
    },
    flush: async () => {
      await sender.flush();
      return here.state();
    },
    refresh: sender.refresh,
    leave: async () => {
      if (here.isUnsent() && here.state().savedIn !== 'refused') await sender.flushAtOnce();
    },
    close: () => {
      sender.end();
      return here.close();
    },
  };
}
