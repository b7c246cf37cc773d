/** Drafts on this device, in IndexedDB: what survives a browser that is killed. */
import { createStore, del, get, set } from 'idb-keyval';
import type { Conflict, Draft } from './draft.rules.js';

export interface KeptDraft {
  mine: Draft;
  /** What the desk had when this was last the same as there, with its tag. */
  base: Draft;
  tag: string;
  /** Whether `mine` holds anything that is not at the desk. */
  unsent: boolean;
  conflicts: Conflict[];
  /** Sent, and nobody knows whether the desk took it: what comes back as one of these is mine. */
  inDoubt: Draft[];
  /** ISO 8601. */
  changedAt: string;
}

export interface DraftStore {
  read(): Promise<KeptDraft | undefined>;
  /** Resolves once everything up to this call is written; calls in a row become one write. */
  write(draft: KeptDraft): Promise<void>;
  remove(): Promise<void>;
}

const open = () => createStore('isnad-drafts', 'drafts');
let opened: ReturnType<typeof open> | undefined;

export function draftStore(member: string, task: string): DraftStore {
  const store = (opened ??= open());
  const key = `${member}/${task}`;
  let waiting: KeptDraft | undefined;
  let writing: Promise<void> | undefined;

  const drain = async (): Promise<void> => {
    while (waiting) {
      const next = waiting;
      waiting = undefined;
      await set(key, next, store);
    }
  };
  return {
    read: () => get<KeptDraft>(key, store),
    write: (draft) => {
      waiting = draft;
      writing ??= drain().finally(() => {
        writing = undefined;
      });
      return writing;
    },
    remove: async () => {
      waiting = undefined;
      await writing;
      await del(key, store);
    },
  };
}
