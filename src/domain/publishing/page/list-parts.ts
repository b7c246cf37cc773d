/** PURE: what the lists that everybody reads have in common. */
import { topicName } from '../../claim/topic-names.js';
import type { TextIn } from '../../text/nearest-language.js';
import { element } from '../markup.js';
import type { Publisher } from '../publisher.js';
import { cut } from './head.js';
import { escape } from '../markup.js';
import { foreign, link } from './parts.js';
import { feedPath, indexPath, queryOf } from './paths.js';
import type { Reader } from './reader.js';

export const otherLanguages = (reader: Reader, path: (language: string) => string) =>
  ['ar', 'en'].filter((one) => one !== reader.frame).map((language) => ({ language, href: path(language) }));

export const feedLinks = ({ url }: Publisher, { frame, words }: Reader, topic?: string): string[] =>
  [
    ['rss', 'application/rss+xml'],
    ['atom', 'application/atom+xml'],
    ['json', 'application/feed+json'],
  ].map(([form = '', type = '']) =>
    element('link', {
      rel: 'alternate',
      type,
      href: `${url}${feedPath(frame, form)}${queryOf({ topic })}`,
      title: `${words.site.verdicts} (${form.toUpperCase()})`,
    }),
  );

/** What a list says of itself in its head. What is found by words is of use to whoever asked, and to no search engine. */
export const headOf = (
  { url }: Publisher,
  reader: Reader,
  { path, about, found = false }: { path: (language: string) => string; about: string; found?: boolean },
): string[] => [
  element('meta', { name: 'description', content: about }),
  ...(found ? [element('meta', { name: 'robots', content: 'noindex' })] : []),
  element('link', { rel: 'canonical', href: `${url}${path(reader.frame)}` }),
  // Arabic is what readers of neither are led to.
  ...[['ar', 'ar'] as const, ['en', 'en'] as const, ['x-default', 'ar'] as const].map(
    ([hreflang, language]) =>
      element('link', { rel: 'alternate', hreflang, href: `${url}${path(language)}` }),
  ),
];

/** To the first page and to the next one, as far as there are others. */
export function pageLinks(
  { words: { index } }: Reader,
  { first, next }: { first: string | null; next: string | null },
): string[] {
  const links = [
    ...(first === null ? [] : [link(first, escape(index.first))]),
    ...(next === null ? [] : [link(next, escape(index.next), { rel: 'next' })]),
  ];
  return links.length === 0 ? [] : [element('p', { class: 'turn' }, ...links)];
}

/** In words of the reader where there are any. */
export const topicIn = (topic: string, { frame }: Reader): string =>
  foreign('bdi', topicName(topic, frame) ?? topic);

/** To all that is published on it. */
export const topicLink = (topic: string, reader: Reader): string =>
  link(`${indexPath(reader.frame)}${queryOf({ topic })}`, topicIn(topic, reader));

const longestShown = 280;
export const inShort = ({ language, text }: TextIn): TextIn => ({ language, text: cut(text, longestShown) });
