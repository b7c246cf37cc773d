/** What somebody writes into a form, on this device at every key: it outlives the form, the screen and the browser. */
import { createStore, get, set, del } from 'idb-keyval';
import { noteInThisTab } from '../parts/in-this-tab.js';
import { createListeners } from '../parts/listeners.js';

/** By the names of the fields. */
export type Texts = Readonly<Record<string, string>>;

/** Where they are on this device. */
export interface TextStore {
  read: (form: string) => Promise<Texts | undefined>;
  write: (form: string, texts: Texts) => Promise<void>;
  remove: (form: string) => Promise<void>;
}

/** What a tab tells the others that show the same form: what was written, or sent. */
export type TabMessage = { form: string } & ({ change: Texts } | { sent: Texts });

export interface KeptTexts {
  texts: () => Texts;
  subscribe: (listener: () => void) => () => void;
  keep: (change: Texts) => void;
  /** These were sent. What was written since stays. */
  forget: (sent: Texts) => void;
  /** What another tab tells. That one keeps it. */
  hear: (message: TabMessage) => void;
}

const empty: Texts = {};
const hasText = (texts: Texts): boolean => Object.values(texts).some((text) => text !== '');
const without = (texts: Texts, sent: Texts): Texts =>
  Object.fromEntries(Object.entries(texts).filter(([name, text]) => sent[name] !== text));

export function openTexts(
  form: string,
  store: TextStore,
  post: (message: TabMessage) => void = () => undefined,
): KeptTexts {
  const { subscribe, notify } = createListeners();
  let texts = empty;
  let forgotten = empty;
  let isRead = false;
  const show = (next: Texts): void => {
    texts = next;
    notify();
  };
  /** Nothing is written over what could not be read. */
  const read = async (): Promise<void> => {
    if (isRead) return;
    const found = await store.read(form);
    isRead = true;
    // What was written before it was known what is kept here stands.
    if (found) show({ ...without(found, forgotten), ...texts });
  };
  /** One after the other, each with what is written by then. A device that keeps nothing is no reason to fail. */
  let last: Promise<void> = read().catch(() => undefined);
  const save = (): void => {
    last = last
      .then(read)
      .then(() => (hasText(texts) ? store.write(form, texts) : store.remove(form)))
      .then(
        () => {
          noteInThisTab(form, false);
        },
        () => {
          noteInThisTab(form, hasText(texts));
        },
      );
  };
  const drop = (sent: Texts): void => {
    forgotten = { ...forgotten, ...sent };
    show(without(texts, sent));
  };
  return {
    texts: () => texts,
    subscribe,
    keep: (change) => {
      show({ ...texts, ...change });
      save();
      post({ form, change });
    },
    forget: (sent) => {
      drop(sent);
      save();
      post({ form, sent });
    },
    hear: (message) => {
      if ('sent' in message) drop(message.sent);
      else show({ ...texts, ...message.change });
    },
  };
}

const open = () => createStore('isnad-texts', 'texts');
let opened: ReturnType<typeof open> | undefined;

const textsOnDevice: TextStore = {
  read: (form) => get<Texts>(form, (opened ??= open())),
  write: (form, texts) => set(form, texts, (opened ??= open())),
  remove: (form) => del(form, (opened ??= open())),
};

/** One for each form of this tab: what no device keeps outlives its screen all the same. */
const forms = new Map<string, KeptTexts>();
let others: BroadcastChannel | undefined;

export function textsOf(form: string): KeptTexts {
  if (!others) {
    others = new BroadcastChannel('isnad-texts');
    others.addEventListener('message', ({ data }: MessageEvent<TabMessage>) =>
      forms.get(data.form)?.hear(data),
    );
  }
  const known = forms.get(form) ?? openTexts(form, textsOnDevice, (message) => others?.postMessage(message));
  forms.set(form, known);
  return known;
}
