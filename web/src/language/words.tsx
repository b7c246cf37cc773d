/** The desk's own words: `useWords()` gives a function from the name of a message to its text. */
import { createContext, use, useMemo, type ReactNode } from 'react';
import { createIntl, createIntlCache, RawIntlProvider, useIntl, type IntlShape } from 'react-intl';
import type english from './messages/en.json';
import { isolateIn } from '../../../src/domain/text/contain-bidi.js';
import { languageName } from '../../../src/domain/text/language-name.js';
import { directionOf, type Language } from './languages.js';

export type Message = keyof typeof english;
type Values = Record<string, string | number | Date | null | undefined>;
export interface Words {
  (message: Message, values?: Values): string;
  /** What a code of the API is called; one that is newer than this page is shown as it is. */
  known: <Prefix extends string, Code extends string>(
    prefix: Prefix,
    code: Code & (string extends Code ? unknown : `${Prefix}${Code}` extends Message ? unknown : never),
  ) => string;
  /** A message that not every code has; undefined where this one has none. */
  find: (message: string, values?: Values) => string | undefined;
}

type Messages = Record<Message, string>;

type Load = Readonly<Record<Language, () => Promise<{ default: unknown }>>>;
/** Each language is a file of its own; only the one that is used is loaded. */
const loadFirst: Load = {
  ar: () => import('./messages/ar.json'),
  en: () => import('./messages/en.json'),
};
/** What no screen says that comes first: `language/later.rules.ts`. */
const loadLater: Load = {
  ar: () => import('./messages/ar.json?later'),
  en: () => import('./messages/en.json?later'),
};
const cache = createIntlCache();

/** Digits are Latin unless the member chose the others. */
type Digits = 'latn' | 'arab';

export interface Loaded {
  language: Language;
  messages: Messages;
}

/** All that is known of a language; what comes later is added where it was wanted. */
const known: Record<Language, Promise<Messages> | undefined> = { ar: undefined, en: undefined };
let isAllWanted = false;

export async function loadMessages(language: Language): Promise<Loaded> {
  known[language] ??= loadFirst[language]().then((file) => ({ ...(file.default as Messages) }));
  const messages = await known[language].catch((error: unknown) => {
    known[language] = undefined;
    throw error;
  });
  if (isAllWanted) await addLater(language, messages);
  return { language, messages };
}

/** Before a screen is shown that says more than the first one does. */
export async function loadAllMessages(): Promise<void> {
  isAllWanted = true;
  for (const [language, messages] of Object.entries(known))
    if (messages) await addLater(language as Language, await messages);
}

const addLater = async (language: Language, messages: Messages): Promise<void> => {
  Object.assign(messages, (await loadLater[language]()).default);
};

interface Choice {
  language: Language;
  choose: (language: Language) => void;
}
const Chosen = createContext<Choice>({ language: 'en', choose: () => undefined });
export const useLanguage = (): Choice => use(Chosen);

export function LanguageOf({
  loaded: { language, messages },
  digits,
  choose,
  children,
}: {
  loaded: Loaded;
  digits: Digits;
  choose: (language: Language) => void;
  children: ReactNode;
}) {
  const intl: IntlShape = useMemo(
    () => createIntl({ locale: `${language}-u-nu-${digits}`, messages, onError: refuse }, cache),
    [language, digits, messages],
  );
  const choice = useMemo(() => ({ language, choose }), [language, choose]);
  return (
    <Chosen value={choice}>
      <RawIntlProvider value={intl}>{children}</RawIntlProvider>
    </Chosen>
  );
}

/** A message that is missing is a fault of the build, not something to be read past. */
const refuse = (error: Error): never => {
  throw error;
};

export function useWords(): Words {
  const intl = useIntl();
  const { language } = useLanguage();
  return useMemo(() => {
    const say = (id: string, values?: Values): string =>
      intl.formatMessage({ id }, values && isolateTexts(values, language));
    const known = (prefix: string, code: string): string =>
      Object.hasOwn(intl.messages, prefix + code)
        ? say(prefix + code)
        : isolateIn(directionOf(language), code);
    const find = (id: string, values?: Values): string | undefined =>
      Object.hasOwn(intl.messages, id) ? say(id, values) : undefined;
    return Object.assign(say, { known, find });
  }, [intl, language]);
}

/** A name that runs the other way leaves the sentence around it as it is. */
const isolateTexts = (values: Values, language: Language): Values =>
  Object.fromEntries(
    Object.entries(values).map(([name, value]) => [
      name,
      typeof value === 'string' ? isolateIn(directionOf(language), value) : value,
    ]),
  );

/** A language by its tag, as it is called in the language of the desk. */
export function useLanguageName(): (language: string) => string {
  const { locale } = useIntl();
  return (language) => languageName(language, locale);
}

/** Before anything is drawn: the page runs as its language does. */
export function setPageLanguage(language: Language): void {
  document.documentElement.lang = language;
  document.documentElement.dir = directionOf(language);
}
