/** PURE: the document around what a page says: its head, the name of the site, and the way to the rest of it. */
import { directionOf } from '../../text/direction.js';
import { languageName } from '../../text/language-name.js';
import { element, escape } from '../markup.js';
import type { Publisher } from '../publisher.js';
import { foreign, line, link, plain } from './parts.js';
import { correctionsPath, feedPath, indexPath } from './paths.js';
import type { Reader } from './reader.js';
import { style } from './style.js';

interface Sheet {
  title: string;
  /** What else stands in the head. */
  head?: readonly string[];
  /** The same page in other languages: tag and address. */
  others: readonly { language: string; href: string }[];
  content: readonly string[];
}

const doctype = '<!doctype html>\n';

/** Three links of a chain, the mark of what is made with it. */
export const siteLogo = element(
  'svg',
  { viewBox: '0 0 24 24', 'aria-hidden': 'true' },
  element('circle', { cx: '5', cy: '12', r: '3' }, ''),
  element('circle', { cx: '19', cy: '5.5', r: '3' }, ''),
  element('circle', { cx: '19', cy: '18.5', r: '3' }, ''),
  element('path', { d: 'M7.8 10.7l8.4-3.9M7.8 13.3l8.4 3.9' }, ''),
);

export function writePage(sheet: Sheet, publisher: Publisher, reader: Reader): string {
  const { frame, words } = reader;
  const { site } = words;
  const feeds = [
    ['rss', 'RSS'],
    ['atom', 'Atom'],
    ['json', 'JSON'],
  ].map(([form = '', name = '']) => link(feedPath(frame, form), escape(site.feed.replace('{form}', name))));
  return writeDocument(
    sheet,
    reader,
    element(
      'body',
      {},
      link('#main', escape(site.skip), { class: 'skip' }),
      element(
        'header',
        { class: 'site' },
        link(indexPath(frame), `${siteLogo}${foreign('span', publisher.name)}`, {
          class: 'name',
        }),
        element(
          'nav',
          { 'aria-label': site.navigation },
          element(
            'ul',
            {},
            element('li', {}, link(indexPath(frame), escape(site.verdicts))),
            element('li', {}, link(correctionsPath(frame), escape(site.corrections))),
            ...sheet.others.map(({ language, href }) =>
              element(
                'li',
                {},
                link(
                  href,
                  plain('span', languageName(language), { lang: language, dir: directionOf(language) }),
                  { hreflang: language },
                ),
              ),
            ),
          ),
        ),
      ),
      element('main', { id: 'main' }, ...sheet.content),
      element(
        'footer',
        { class: 'foot' },
        element('p', {}, line(site.foot, { publisher: foreign('bdi', publisher.name) })),
        element(
          'ul',
          {},
          ...[...feeds, link('/data.json', escape(site.data))].map((one) => element('li', {}, one)),
        ),
      ),
    ),
  );
}

/** Body included: what is embedded elsewhere has no frame. */
export function writeDocument(
  { title, head = [] }: Pick<Sheet, 'title' | 'head'>,
  { frame }: Reader,
  body: string,
): string {
  return (
    doctype +
    element(
      'html',
      { lang: frame, dir: directionOf(frame) },
      element(
        'head',
        {},
        element('meta', { charset: 'utf-8' }),
        plain('title', title),
        element('meta', { name: 'viewport', content: 'width=device-width,initial-scale=1' }),
        element('meta', { name: 'color-scheme', content: 'light dark' }),
        element('link', { rel: 'icon', href: '/icon.svg', type: 'image/svg+xml' }),
        ...head,
        element('style', {}, style),
      ),
      body,
    )
  );
}
