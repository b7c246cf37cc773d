/** PURE: the oEmbed answer (oembed.com, version 1.0) for a page. */
import { element, textElement, declaration } from '../markup.js';
import type { Publisher } from '../publisher.js';
import { cardSize, titleOf } from './head.js';
import { cardPath, claimPath } from './paths.js';
import type { PublicClaim } from './public-claim.js';
import type { Reader } from './reader.js';
import { fill } from './page-words.js';

const size = { width: 600, height: 340 } as const;

export function toOembed(
  page: PublicClaim,
  publisher: Publisher,
  reader: Reader,
  { maxwidth, maxheight }: { maxwidth?: number | undefined; maxheight?: number | undefined },
) {
  const { revision, claim } = page.current.edition;
  const { language } = reader;
  const width = Math.min(size.width, maxwidth ?? size.width);
  const height = Math.min(size.height, maxheight ?? size.height);
  // A picture that is larger than what was asked for may not be named.
  const fits = cardSize.width <= (maxwidth ?? Infinity) && cardSize.height <= (maxheight ?? Infinity);
  return {
    version: '1.0' as const,
    type: 'rich' as const,
    title: titleOf(page, reader),
    author_name: publisher.name,
    author_url: publisher.url,
    provider_name: publisher.name,
    provider_url: publisher.url,
    cache_age: 300,
    html: element(
      'iframe',
      {
        src: `${publisher.url}${claimPath(language, claim.ref, '/embed')}`,
        width: String(width),
        height: String(height),
        title: fill(reader.words.embed.title, { publisher: publisher.name }),
        loading: 'lazy',
        frameborder: '0',
        sandbox: 'allow-popups allow-popups-to-escape-sandbox',
      },
      '',
    ),
    width,
    height,
    ...(fits && {
      thumbnail_url: `${publisher.url}${cardPath(language, claim.ref, revision)}`,
      thumbnail_width: cardSize.width,
      thumbnail_height: cardSize.height,
    }),
  };
}

export const writeOembedXml = (oembed: ReturnType<typeof toOembed>): string =>
  declaration +
  element('oembed', {}, ...Object.entries(oembed).map(([name, value]) => textElement(name, String(value))));
