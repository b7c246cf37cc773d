/** The desk's own words: `useWords()` gives a function from the name of a message to its text. */
import { createContext, use, useCallback, useMemo, type ReactNode } from 'react';
import { createIntl, createIntlCache, RawIntlProvider, useIntl, type IntlShape } from 'react-intl';
import type english from './messages/en.json';
import { isolateIn } from '../../../src/domain/text/contain-bidi.js';
import { directionOf, type Language } from './languages.js';

export type Message = keyof typeof english;
type Values = Record<string, string | number | Date | null | undefined>;
export type Words = (message: Message, values?: Values) => string;

type Messages = Record<Message, string>;

/** Each language is a file of its own; only the one that is used is loaded. */
const load: Readonly<Record<Language, () => Promise<{ default: unknown }>>> = {
  ar: () => import('./messages/ar.json'),
  en: () => import('./messages/en.json'),
};
const cache = createIntlCache();

/** Digits are Latin unless the member chose the others. */
type Digits = 'latn' | 'arab';

export interface Loaded {
  language: Language;
  messages: Messages;
}

export const loadMessages = async (language: Language): Promise<Loaded> => ({
  language,
  messages: (await load[language]()).default as Messages,
});

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
  return useCallback<Words>(
    (id, values) => intl.formatMessage({ id }, values && isolateTexts(values, language)),
    [intl, language],
  );
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
  return (language) => new Intl.DisplayNames([locale], { type: 'language' }).of(language) ?? language;
}

/** Before anything is drawn: the page runs as its language does. */
export function setPageLanguage(language: Language): void {
  document.documentElement.lang = language;
  document.documentElement.dir = directionOf(language);
}
