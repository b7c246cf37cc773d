/** PURE: a feed before it is written in one of its forms. */
import { createHash } from 'node:crypto';
import { topicName } from '../claim/topic-names.js';
import type { Language } from '../text/languages.js';
import type { Publisher } from './publisher.js';
import type { Entry } from './entry.js';
import { joined, words } from './feed-words.js';

export interface Channel {
  /** A URN, which no address is a part of. */
  id: string;
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
  next,
  first,
  topics = [],
}: {
  entries: readonly Entry[];
  language: Language;
  publisher: Publisher;
  /** Of this page of the feed, its query included; and of the next one, null at the end. */
  path: string;
  next: string | null;
  /** The first verdict that was ever published here; null where none was. */
  first: string | null;
  /** What it is about, where not about all. */
  topics?: readonly string[];
}): Channel {
  const about =
    topics.length === 0
      ? []
      : [
          joined(
            topics.map((topic) => topicName(topic, language) ?? topic),
            language,
          ),
        ];
  return {
    id: urnOf([first ?? '', language, [...topics].sort().join(',')]),
    self: `${publisher.url}${path}`,
    next: next === null ? null : `${publisher.url}${next}`,
    home: publisher.url,
    publisher,
    language,
    title: [words[language].title(publisher.name), ...about].join(' — '),
    about: words[language].about,
    updated:
      entries
        .map(({ updated }) => updated)
        .sort()
        .at(-1) ?? beginning,
    entries,
  };
}

/** A UUID of version 8 (RFC 9562), made from the name of the feed: it does not depend on an address. */
function urnOf(parts: readonly string[]): string {
  const hex = createHash('sha256').update(parts.join(' ')).digest('hex');
  return `urn:uuid:${hex.slice(0, 8)}-${hex.slice(8, 12)}-8${hex.slice(13, 16)}-8${hex.slice(17, 20)}-${hex.slice(20, 32)}`;
}
