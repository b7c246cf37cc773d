/** PURE: a feed as Atom 1.0 (RFC 4287), its pages linked as RFC 5005 says. */
import type { Channel } from './channel.js';
import type { Entry } from './entry.js';
import { declaration, element, textElement } from './markup.js';

export const writeAtom = ({
  id,
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
    'feed',
    { xmlns: 'http://www.w3.org/2005/Atom', 'xml:lang': language },
    textElement('id', id),
    textElement('title', title),
    textElement('subtitle', about),
    textElement('updated', updated),
    element('author', {}, textElement('name', publisher.name), textElement('uri', publisher.url)),
    element('link', { rel: 'self', type: 'application/atom+xml', href: self, hreflang: language }),
    element('link', { rel: 'alternate', href: home }),
    ...(next === null ? [] : [element('link', { rel: 'next', type: 'application/atom+xml', href: next })]),
    ...entries.map(writeEntry),
  );

const writeEntry = ({ id, url, title, html, published, updated, rating }: Entry): string =>
  element(
    'entry',
    {},
    textElement('id', id),
    textElement('title', title),
    textElement('published', published),
    textElement('updated', updated),
    element('link', { rel: 'alternate', href: url }),
    ...(rating ? [element('category', { term: rating.slug, label: rating.label })] : []),
    textElement('content', html, { type: 'html' }),
  );
