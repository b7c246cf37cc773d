/** Where what everybody may read is found. */
import { reviewUrl, type Publisher } from '../publisher.js';

export const claimPath = (language: string, ref: string, part = ''): string =>
  `/${encodeURIComponent(language)}/claims/${encodeURIComponent(ref)}${part}`;

/** Another address for each revision: who keeps pictures by their address keeps no old rating. */
export const cardPath = (language: string, ref: string, revision: number): string =>
  `${claimPath(language, ref, '/card.png')}?revision=${String(revision)}`;

/** A revision that was replaced, as it was approved. */
export const revisionPath = (language: string, ref: string, revision: number): string =>
  claimPath(language, ref, `/revisions/${String(revision)}`);

/** In whichever language the reader prefers. */
const anyLanguagePath = (ref: string): string => `/claims/${encodeURIComponent(ref)}`;

/** Where its page in a language is, or for `x-default` the way to that in any: elsewhere it is Arabic that readers of neither are led to. */
export function addressIn(publisher: Publisher, ref: string, hreflang: string): string {
  if (hreflang !== 'x-default') return reviewUrl(publisher, ref, hreflang);
  const own = reviewUrl(publisher, ref, 'ar') === `${publisher.url}${claimPath('ar', ref)}`;
  return own ? `${publisher.url}${anyLanguagePath(ref)}` : reviewUrl(publisher, ref, 'ar');
}

export const indexPath = (language: string): string => `/${language}/`;
export const correctionsPath = (language: string): string => `/${language}/corrections`;
export const feedPath = (language: string, form: string): string => `/${language}/feed.${form}`;

/** What was asked for, as a query; empty for nothing. */
export function queryOf(asked: Readonly<Record<string, string | undefined>>): string {
  const given = Object.entries(asked).filter(
    (one): one is [string, string] => one[1] !== undefined && one[1] !== '',
  );
  return given.length === 0 ? '' : `?${new URLSearchParams(given).toString()}`;
}
