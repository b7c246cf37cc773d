/** Drafts on this device, in IndexedDB: what survives a browser that is killed. */
import { createStore, del, entries, get, set } from 'idb-keyval';
import { isOnlyHere, withEnded, type KeptDraft } from './kept-draft.rules.js';

export interface DraftStore {
  /** With the unsent words of a task of the same claim that has ended: they are of this draft from then on. */
  read(): Promise<KeptDraft | undefined>;
  /** Resolves once everything up to this call is written; calls in a row become one write. */
  write(draft: KeptDraft): Promise<void>;
  remove(): Promise<void>;
}

type Entry = KeptDraft & { claim?: string };
interface Database {
  get(key: string): Promise<Entry | undefined>;
  set(key: string, entry: Entry): Promise<void>;
  del(key: string): Promise<void>;
  entries(): Promise<[string, Entry][]>;
}

const open = (): Database => {
  const store = createStore('isnad-drafts', 'drafts');
  return {
    get: (key) => get(key, store),
    set: (key, entry) => set(key, entry, store),
    del: (key) => del(key, store),
    entries: () => entries(store),
  };
};
let opened: Database | undefined;

interface Whose {
  member: string;
  task: string;
  claim: string;
  /** Whether it takes up what is left of the claim's tasks that have ended. */
  goesOn: boolean;
}

export function draftStore(
  { member, task, claim, goesOn }: Whose,
  database = (opened ??= open()),
): DraftStore {
  const key = `${member}/${task}`;
  let waiting: KeptDraft | undefined;
  let writing: Promise<void> | undefined;

  const drain = async (): Promise<void> => {
    let fault: Error | undefined;
    while (waiting) {
      const next = waiting;
      waiting = undefined;
      // One that fails is no reason to leave out the next, which holds all of it.
      fault = await database.set(key, { ...next, claim }).then(
        () => undefined,
        (cause: unknown) => new Error('this device does not keep it', { cause }),
      );
    }
    if (fault) throw fault;
  };
  return {
    read: async () => {
      let own: KeptDraft | undefined = await database.get(key);
      if (!goesOn) return own;
      const left = (await database.entries()).filter(
        ([name, entry]) =>
          name !== key && name.startsWith(`${member}/`) && entry.claim === claim && isOnlyHere(entry),
      );
      for (const [, ended] of left) own = withEnded(own, ended);
      if (own && left.length > 0) await database.set(key, { ...own, claim });
      for (const [name] of left) await database.del(name);
      return own;
    },
    write: (draft) => {
      waiting = draft;
      writing ??= drain().finally(() => {
        writing = undefined;
      });
      return writing;
    },
    remove: async () => {
      waiting = undefined;
      await writing?.catch(() => undefined);
      await database.del(key);
    },
  };
}

/** The tasks of this member of which this device has words that the desk has not. */
export const findOnlyHere = async (
  member: string,
  database: Pick<Database, 'entries'> = (opened ??= open()),
): Promise<{ task: string; claim: string }[]> =>
  (await database.entries()).flatMap(([name, entry]) => {
    const { claim = '' } = entry;
    const isTheirs = name.startsWith(`${member}/`) && isOnlyHere(entry);
    return isTheirs ? [{ task: name.slice(member.length + 1), claim }] : [];
  });
