/** PURE: what the head of a claim's page says to those who do not read it: search engines, networks, feed readers. */
import { context, toClaimReview } from '../claimreview.js';
import { element } from '../markup.js';
import { hasPageByLanguage, reviewUrl, type Publisher } from '../publisher.js';
import { takenBack } from '../feed-words.js';
import { firstCodePoints } from '../../text/code-points.js';
import { addressIn, cardPath, claimPath, feedPath } from './paths.js';
import { languagesOf, type PublicClaim } from './public-claim.js';
import type { Reader } from './reader.js';
import { statementFor } from './relations.js';
import { ratingLabel } from './verdict.js';

const longest = { title: 110, description: 300 };

export const cardSize = { width: 1200, height: 630 } as const;

/** One line, not longer than this. */
export function cut(text: string, length: number): string {
  const flat = text.replace(/\s+/g, ' ').trim();
  const start = firstCodePoints(flat, length);
  return start === flat ? flat : `${start.trimEnd()}…`;
}

export function titleOf({ published, current }: PublicClaim, reader: Reader): string {
  // Of the same edition as the rating: of an earlier one, its own words.
  const { text } = statementFor(current.edition, reader);
  const what =
    published.kind === 'review'
      ? ratingLabel(current.edition.verdict.rating, reader).text
      : takenBack(published, reader.frame);
  return `${what}: ${cut(text, longest.title)}`;
}

const meta = (property: string, content: string): string => element('meta', { property, content });
const named = (name: string, content: string): string => element('meta', { name, content });

/**
 * In the head of every page of it, whichever language it is in: the same list, or they would not point at each other. None where
 * reviews are elsewhere, at one address in all languages.
 */
function alternates({ current: { edition } }: PublicClaim, publisher: Publisher): string[] {
  if (!hasPageByLanguage(publisher)) return [];
  const { ref } = edition.claim;
  return [...languagesOf(edition), 'x-default'].map((hreflang) =>
    element('link', { rel: 'alternate', hreflang, href: addressIn(publisher, ref, hreflang) }),
  );
}

export function headOf(page: PublicClaim, publisher: Publisher, reader: Reader): string[] {
  const { published, current } = page;
  // Gone for good, or to be read with another: nobody is to be led here.
  if (published.kind !== 'review') return [named('robots', 'noindex')];
  const { language, frame, words } = reader;
  const { ref } = published.claim;
  const title = titleOf(page, reader);
  const canonical = reviewUrl(publisher, ref, language);
  const review = toClaimReview(published, language, publisher);
  const description = cut(
    review.reviewBody ?? statementFor(current.edition, reader).text,
    longest.description,
  );
  const card = `${publisher.url}${cardPath(language, ref, current.edition.revision)}`;
  const oembed = `${publisher.url}/oembed?url=${encodeURIComponent(hasPageByLanguage(publisher) ? canonical : `${publisher.url}${claimPath(language, ref)}`)}`;
  const feeds = [
    ['rss', 'application/rss+xml'],
    ['atom', 'application/atom+xml'],
    ['json', 'application/feed+json'],
  ] as const;
  return [
    named('description', description),
    element('link', { rel: 'canonical', href: canonical }),
    ...alternates(page, publisher),
    ...['json', 'xml'].map((format) =>
      element('link', {
        rel: 'alternate',
        type: format === 'json' ? 'application/json+oembed' : 'text/xml+oembed',
        href: `${oembed}&format=${format}`,
        title,
      }),
    ),
    ...feeds.map(([form, type]) =>
      element('link', {
        rel: 'alternate',
        type,
        href: `${publisher.url}${feedPath(frame, form)}`,
        title: `${words.site.verdicts} (${form.toUpperCase()})`,
      }),
    ),
    meta('og:type', 'article'),
    meta('og:site_name', publisher.name),
    meta('og:title', title),
    meta('og:description', description),
    meta('og:url', canonical),
    meta('og:locale', localeOf(language)),
    ...languagesOf(current.edition)
      .filter((one) => one !== language)
      .map((one) => meta('og:locale:alternate', localeOf(one))),
    meta('og:image', card),
    meta('og:image:type', 'image/png'),
    meta('og:image:width', String(cardSize.width)),
    meta('og:image:height', String(cardSize.height)),
    meta('og:image:alt', title),
    meta('article:published_time', published.firstPublished),
    meta('article:modified_time', published.changed),
    named('twitter:card', 'summary_large_image'),
    named('twitter:title', title),
    named('twitter:description', description),
    named('twitter:image', card),
    named('twitter:image:alt', title),
    element('script', { type: 'application/ld+json' }, json({ '@context': context, ...review })),
  ];
}

/** JSON that ends no script and begins no comment. */
const json = (value: unknown): string =>
  JSON.stringify(value).replace(
    /[<\u2028\u2029]/g,
    (one) => `\\u${one.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );

const territories: Readonly<Record<string, string>> = { ar: 'ar_AR', en: 'en_US' };
const localeOf = (language: string): string => territories[language] ?? language.replaceAll('-', '_');
