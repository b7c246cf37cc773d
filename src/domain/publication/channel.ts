/** PURE: a feed before it is written in one of its forms. */
import type { Language } from '../text/languages.js';
import type { Publisher } from './publisher.js';
import type { Entry } from './entry.js';
import { words } from './words.js';

export interface Channel {
  /** Addresses of the feed in this language, in the form it is written in, and of its next page. */
  self: string;
  next: string | null;
  home: string;
  publisher: Publisher;
  language: Language;
  title: string;
  about: string;
  /** When anything in it last changed; the beginning of time for an empty one. */
  updated: string;
  entries: readonly Entry[];
}

const beginning = '1970-01-01T00:00:00.000Z';

export function toChannel({
  entries,
  language,
  publisher,
  path,
  after,
}: {
  entries: readonly Entry[];
  language: Language;
  publisher: Publisher;
  path: string;
  /** What is asked for to go on, as a query; null at the end. */
  after: string | null;
}): Channel {
  const self = `${publisher.url}${path}?language=${language}`;
  return {
    self,
    next: after === null ? null : `${self}&${after}`,
    home: publisher.url,
    publisher,
    language,
    title: words[language].title(publisher.name),
    about: words[language].about,
    updated:
      entries
        .map(({ updated }) => updated)
        .sort()
        .at(-1) ?? beginning,
    entries,
  };
}
