/** What somebody writes into a form, on this device at every key: it outlives the form, the screen and the browser. */
import { createStore, get, set, del } from 'idb-keyval';

/** By the names of the fields. */
export type Texts = Readonly<Record<string, string>>;

/** Where they are on this device. */
export interface TextStore {
  read: (form: string) => Promise<Texts | undefined>;
  write: (form: string, texts: Texts) => Promise<void>;
  remove: (form: string) => Promise<void>;
}

export interface KeptTexts {
  texts: () => Texts;
  subscribe: (listener: () => void) => () => void;
  keep: (change: Texts) => void;
  /** They were sent: nothing of them is needed here any more. */
  forget: () => void;
}

const empty: Texts = {};

export function openTexts(form: string, store: TextStore): KeptTexts {
  const listeners = new Set<() => void>();
  let texts = empty;
  let isForgotten = false;
  const tell = (next: Texts): void => {
    texts = next;
    for (const listener of listeners) listener();
  };
  /** One after the other, each with what is written by then. A device that keeps nothing is no reason to fail. */
  let last: Promise<void> = store.read(form).then(
    (found) => {
      // What was written before it was known what is kept here stands.
      if (found && !isForgotten) tell({ ...found, ...texts });
    },
    () => undefined,
  );
  const save = (): void => {
    last = last
      .then(() =>
        Object.values(texts).some((text) => text !== '') ? store.write(form, texts) : store.remove(form),
      )
      .catch(() => undefined);
  };
  return {
    texts: () => texts,
    subscribe: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    keep: (change) => {
      tell({ ...texts, ...change });
      save();
    },
    forget: () => {
      isForgotten = true;
      tell(empty);
      save();
    },
  };
}

const open = () => createStore('isnad-texts', 'texts');
let opened: ReturnType<typeof open> | undefined;

export const textsOnDevice: TextStore = {
  read: (form) => get<Texts>(form, (opened ??= open())),
  write: (form, texts) => set(form, texts, (opened ??= open())),
  remove: (form) => del(form, (opened ??= open())),
};
