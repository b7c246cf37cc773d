/** Drafts on this device, in IndexedDB: what survives a browser that is killed. */
import { createStore, del, entries, get, promisifyRequest, set } from 'idb-keyval';
import { noteLeftChanged } from './left-words.js';
import { noteInThisTab } from '../parts/in-this-tab.js';
import { isOnlyHere, withEnded, type KeptDraft } from './kept-draft.rules.js';

export interface DraftStore {
  /** With the unsent words of a task of the same claim that has ended: they are of this draft from then on. */
  read(): Promise<KeptDraft | undefined>;
  /** Resolves once everything up to this call is written; calls in a row become one write. */
  write(draft: KeptDraft): Promise<void>;
  /** What could not be read here is not written over: this tab alone has these words, for the screen that opens it next. */
  hold(draft: KeptDraft): void;
  held(): KeptDraft | undefined;
}

/** `unread`: written without knowing what this device keeps. */
type Entry = KeptDraft & { claim?: string; ref?: string | undefined; unread?: true };
interface Database {
  get(key: string): Promise<Entry | undefined>;
  set(key: string, entry: Entry): Promise<void>;
  /** Where there is one: nothing comes back that was taken away. Answers whether there was. */
  replace(key: string, entry: Entry): Promise<boolean>;
  del(key: string): Promise<void>;
  entries(): Promise<[string, Entry][]>;
}

const open = (): Database => {
  const store = createStore('isnad-drafts', 'drafts');
  return {
    get: (key) => get(key, store),
    set: (key, entry) => set(key, entry, store),
    replace: (key, entry) =>
      store('readwrite', async (objects) => {
        if ((await promisifyRequest(objects.getKey(key))) === undefined) return false;
        await promisifyRequest(objects.put(entry, key));
        return true;
      }),
    del: (key) => del(key, store),
    entries: () => entries(store),
  };
};
let opened: Database | undefined;

/** What this device did not keep: the screens of this tab find it all the same. */
const inThisTab = new Map<string, Entry>();
const holdHere = (key: string, entry: Entry | undefined): void => {
  if (entry) inThisTab.set(key, entry);
  else inThisTab.delete(key);
  noteInThisTab(`draft/${key}`, entry !== undefined && isOnlyHere(entry));
};
const allOf = async (database: Pick<Database, 'entries'>): Promise<[string, Entry][]> => [
  ...new Map([...(await database.entries()), ...inThisTab]),
];

interface Whose {
  member: string;
  task: string;
  claim: string;
  /** What people call the claim. */
  ref?: string | undefined;
  /** Whether it takes up what is left of the claim's tasks that have ended. */
  goesOn: boolean;
  /** No screen shows it: another task of the claim may take it up meanwhile, and has it alone from then on. */
  isLeft?: boolean;
}

export function draftStore(
  { member, task, claim, ref, goesOn, isLeft = false }: Whose,
  database = (opened ??= open()),
): DraftStore {
  const key = `${member}/${task}`;
  let waiting: KeptDraft | undefined;
  let writing: Promise<void> | undefined;

  const put = async (entry: Entry): Promise<void> => {
    if (!isLeft) await database.set(key, entry);
    else if (!(await database.replace(key, entry))) {
      if (inThisTab.has(key)) holdHere(key, entry);
      return;
    }
    holdHere(key, undefined);
  };
  const drain = async (): Promise<void> => {
    let fault: Error | undefined;
    while (waiting) {
      const next = waiting;
      waiting = undefined;
      // One that fails is no reason to leave out the next, which holds all of it.
      const entry = { ...next, claim, ref };
      fault = await put(entry).then(
        () => undefined,
        (cause: unknown) => {
          if (!isLeft || inThisTab.has(key)) holdHere(key, entry);
          return new Error('this device does not keep it', { cause });
        },
      );
    }
    if (fault) throw fault;
  };
  return {
    read: async () => {
      const here = inThisTab.get(key);
      let own: KeptDraft | undefined = here && !here.unread ? here : await database.get(key);
      if (!goesOn) return own;
      const left = (await allOf(database)).filter(
        ([name, entry]) =>
          name !== key && name.startsWith(`${member}/`) && entry.claim === claim && isOnlyHere(entry),
      );
      for (const [, ended] of left) own = withEnded(own, ended);
      if (own && left.length > 0) await database.set(key, { ...own, claim, ref });
      for (const [name] of left) {
        holdHere(name, undefined);
        await database.del(name);
      }
      if (left.length > 0) noteLeftChanged();
      return own;
    },
    write: (draft) => {
      waiting = draft;
      writing ??= drain().finally(() => {
        writing = undefined;
      });
      return writing;
    },
    hold: (draft) => {
      holdHere(key, { ...draft, claim, ref, unread: true });
    },
    held: () => {
      const here = inThisTab.get(key);
      return here?.unread ? here : undefined;
    },
  };
}

/** What this device has of one task. */
export interface DraftHere {
  task: string;
  /** id */
  claim: string;
  /** What people call the claim. */
  ref?: string | undefined;
  kept: KeptDraft;
}

/** All drafts of this member on this device. */
export const findDrafts = async (
  member: string,
  database: Pick<Database, 'entries'> = (opened ??= open()),
): Promise<DraftHere[]> =>
  (await allOf(database)).flatMap(([name, { claim = '', ref, unread: _unread, ...kept }]) =>
    name.startsWith(`${member}/`) ? [{ task: name.slice(member.length + 1), claim, ref, kept }] : [],
  );

/** The tasks of this member of which this device has words that the desk has not. */
export const findOnlyHere = async (
  member: string,
  database?: Pick<Database, 'entries'>,
): Promise<Omit<DraftHere, 'kept'>[]> =>
  (await findDrafts(member, database)).flatMap(({ kept, ...left }) => (isOnlyHere(kept) ? [left] : []));

/** Nothing of it is needed here any more. Where that fails, it is found again, and the desk refuses what was submitted. */
export const forgetDraft = async (member: string, task: string): Promise<void> => {
  holdHere(`${member}/${task}`, undefined);
  await (opened ??= open()).del(`${member}/${task}`).catch(() => undefined);
};
