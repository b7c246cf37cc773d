/** PURE: where search engines find what is published (sitemaps.org), and what is not for them. */
import { declaration, element, textElement } from '../markup.js';
import { hasPageByLanguage, hasPagesHere, type Publisher } from '../publisher.js';
import { addressIn, correctionsPath, indexPath } from './paths.js';
import { languagesAmong } from './public-claim.js';

const namespaces = {
  xmlns: 'http://www.sitemaps.org/schemas/sitemap/0.9',
  'xmlns:xhtml': 'http://www.w3.org/1999/xhtml',
};

/** With ten languages each these are 10,000 addresses and 15 MB: a part may have 50,000 and 50 MB. */
export const claimsInPart = 1_000;

export const writeSitemap = (
  claims: readonly { ref: string; changedAt: Date; tags: readonly string[] }[],
  publisher: Publisher,
  isFirst: boolean,
): string =>
  declaration +
  element(
    'urlset',
    namespaces,
    ...(isFirst
      ? languagesAmong([]).flatMap((language) =>
          [indexPath(language), correctionsPath(language)].map((path) =>
            element('url', {}, textElement('loc', `${publisher.url}${path}`)),
          ),
        )
      : []),
    // Pages at another site are in the map of that site.
    ...(hasPagesHere(publisher) ? claims : []).flatMap(({ ref, changedAt, tags }) => {
      const languages = hasPageByLanguage(publisher) ? languagesAmong(tags) : [];
      return (languages.length === 0 ? ['ar'] : languages).map((language) =>
        element(
          'url',
          {},
          textElement('loc', addressIn(publisher, ref, language)),
          textElement('lastmod', changedAt.toISOString()),
          ...(languages.length === 0 ? [] : [...languages, 'x-default']).map((other) =>
            alternate(other, addressIn(publisher, ref, other)),
          ),
        ),
      );
    }),
  );

const alternate = (hreflang: string, href: string): string =>
  element('xhtml:link', { rel: 'alternate', hreflang, href });

/** Where there are more claims than one part holds. */
export const writeSitemapIndex = (parts: number, url: string): string =>
  declaration +
  element(
    'sitemapindex',
    { xmlns: namespaces.xmlns },
    ...Array.from({ length: parts }, (_, at) =>
      element('sitemap', {}, textElement('loc', `${url}/sitemap-${String(at + 1)}.xml`)),
    ),
  );

export const writeRobots = (url: string): string =>
  [
    'User-agent: *',
    'Disallow: /v1/',
    'Disallow: /desk/',
    'Disallow: /admin/',
    'Disallow: /*/embed$',
    '',
    `Sitemap: ${url}/sitemap.xml`,
    '',
  ].join('\n');
