/** All that surrounds the screens: language, what was read, and the address. */
import { QueryClientProvider, type QueryClient } from '@tanstack/react-query';
import { RouterProvider } from '@tanstack/react-router';
import { useCallback, useState } from 'react';
import { I18nProvider } from 'react-aria-components/I18nProvider';
import { askIn } from './api/api.js';
import { readAgain } from './api/query-client.js';
import { keepLanguage, type Language } from './language/languages.js';
import { LanguageOf, loadMessages, setPageLanguage, type Loaded } from './language/words.js';
import { createRoutes } from './routes.js';
import { useSession } from './session/session.js';

const router = createRoutes();

/** What React Aria says to those who listen, in the two languages of the desk. */
const locales: Readonly<Record<Language, string>> = { ar: 'ar-AE', en: 'en-US' };

export function Desk({ first, queries }: { first: Loaded; queries: QueryClient }) {
  const { me } = useSession();
  const [loaded, setLoaded] = useState(first);
  const choose = useCallback(
    (language: Language) => {
      void loadMessages(language).then((next) => {
        keepLanguage(language);
        setPageLanguage(language);
        askIn(language);
        setLoaded(next);
        // Reasons of the API are in its words: they are asked for again in the other language.
        return readAgain(queries);
      });
    },
    [queries],
  );
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
