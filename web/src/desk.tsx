/** All that surrounds the screens: language, what was read, and the address. */
import { QueryClientProvider, type QueryClient } from '@tanstack/react-query';
import { RouterProvider } from '@tanstack/react-router';
import { useCallback, useEffect, useRef, useState } from 'react';
import { I18nProvider } from 'react-aria-components/I18nProvider';
import { askIn } from './api/api.js';
import { readAgain } from './api/query-client.js';
import { isLanguageKept, keepLanguage, type Language } from './language/languages.js';
import { LanguageOf, loadMessages, setPageLanguage, type Loaded } from './language/words.js';
import { noteMissing, onRetry } from './parts/missing-part.js';
import { createRoutes } from './routes.js';
import { settle, useSession } from './session/session.js';

const router = createRoutes();

/** What React Aria says to those who listen, in the two languages of the desk. */
const locales: Readonly<Record<Language, string>> = { ar: 'ar-AE', en: 'en-US' };

export function Desk({ first, queries }: { first: Loaded; queries: QueryClient }) {
  const { me } = useSession();
  const [loaded, setLoaded] = useState(first);
  const wanted = useRef(first.language);
  const speak = useCallback(
    async (language: Language) => {
      wanted.current = language;
      const next = await loadMessages(language);
      // Another was chosen while this one was on its way.
      if (wanted.current !== language) return;
      setPageLanguage(language);
      askIn(language);
      setLoaded(next);
      // Reasons of the API are in its words: they are asked for again in the other language.
      void readAgain(queries);
    },
    [queries],
  );
  const trySpeaking = useCallback(
    (language: Language) => {
      // The page goes on in the language that it has, and says that the other one could not be loaded.
      speak(language).catch(() => {
        if (wanted.current === language) noteMissing(true);
      });
    },
    [speak],
  );
  useEffect(
    () =>
      onRetry(() => {
        if (wanted.current !== loaded.language) trySpeaking(wanted.current);
      }),
    [loaded, trySpeaking],
  );
  const isSignedIn = me !== undefined;
  const choose = useCallback(
    (language: Language) => {
      keepLanguage(language);
      trySpeaking(language);
      // On this device it is kept already.
      if (isSignedIn) settle({ language }).catch(() => undefined);
    },
    [trySpeaking, isSignedIn],
  );
  const theirs = me?.language;
  useEffect(() => {
    if (theirs && !isLanguageKept()) trySpeaking(theirs);
  }, [theirs, trySpeaking]);
  return (
    <I18nProvider locale={locales[loaded.language]}>
      <LanguageOf loaded={loaded} digits={me?.digits === 'arabic_indic' ? 'arab' : 'latn'} choose={choose}>
        <QueryClientProvider client={queries}>
          <RouterProvider router={router} />
        </QueryClientProvider>
      </LanguageOf>
    </I18nProvider>
  );
}
