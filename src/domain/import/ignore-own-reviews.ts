/** PURE: what we publish ourselves is not taken from elsewhere: it would be shown in our name without having been approved. */
import { reviewUrl, type Publisher } from '../publishing/publisher.js';
import { foldLine } from '../text/fold-line.js';
import type { Planned } from './plan-import.js';
import type { ReadReview } from './read-review.js';

/** The same plan, without the reviews that stand at an address of ours, or name us as their publisher. */
export const ignoreOwnReviews = (planned: readonly Planned[], publisher: Publisher): Planned[] => {
  const hosts = new Set([publisher.url, reviewUrl(publisher, 'ref', 'en')].flatMap(hostOf));
  const isOwn = ({ url, publisherName, publisherUrl }: ReadReview): boolean =>
    [url, publisherUrl].flatMap(hostOf).some((host) => hosts.has(host)) ||
    foldLine(publisherName) === foldLine(publisher.name);
  return planned.map((one) =>
    one.step.do === 'store' && isOwn(one.step.review)
      ? { ...one, step: { do: 'ignore', note: 'is given as our own: what we publish stands here already' } }
      : one,
  );
};

/** Whatever the port: a name that ends in a dot, or begins with www, is answered by the same. */
const hostOf = (url: string | null): string[] =>
  url !== null && URL.canParse(url)
    ? [new URL(url).hostname.replace(/^www\./, '').replace(/(?<!\.)\.+$/, '')]
    : [];
