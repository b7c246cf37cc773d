/** PURE: a feed as RSS 2.0, with what it lacks from Atom and Dublin Core. */
import type { Channel } from './channel.js';
import type { Entry } from './entry.js';
import { declaration, element, textElement } from './markup.js';

const namespaces = {
  version: '2.0',
  'xmlns:atom': 'http://www.w3.org/2005/Atom',
  'xmlns:dc': 'http://purl.org/dc/elements/1.1/',
};

export const writeRss = ({
  self,
  next,
  home,
  publisher,
  language,
  title,
  about,
  updated,
  entries,
}: Channel): string =>
  declaration +
  element(
    'rss',
    { ...namespaces, 'xml:lang': language },
    element(
      'channel',
      {},
      textElement('title', title),
      textElement('link', home),
      textElement('description', about),
      textElement('language', language),
      textElement('lastBuildDate', dateOf(updated)),
      element('atom:link', { rel: 'self', type: 'application/rss+xml', href: self }),
      ...(next === null
        ? []
        : [element('atom:link', { rel: 'next', type: 'application/rss+xml', href: next })]),
      ...entries.map((entry) => writeItem(entry, publisher.name)),
    ),
  );

const writeItem = ({ id, url, title, html, published, updated, rating }: Entry, publisher: string): string =>
  element(
    'item',
    {},
    textElement('title', title),
    textElement('link', url),
    textElement('guid', id, { isPermaLink: 'false' }),
    textElement('pubDate', dateOf(published)),
    textElement('atom:updated', updated),
    textElement('dc:creator', publisher),
    ...(rating ? [textElement('category', rating.label)] : []),
    textElement('description', html),
  );

/** RFC 822, with the four digits of the year that RSS asks for. */
const dateOf = (moment: string): string => new Date(moment).toUTCString();
