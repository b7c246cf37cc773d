/** Where what everybody may read is found. */

export const claimPath = (language: string, ref: string, part = ''): string =>
  `/${encodeURIComponent(language)}/claims/${encodeURIComponent(ref)}${part}`;

/** A revision that was replaced, as it was approved. */
export const revisionPath = (language: string, ref: string, revision: number): string =>
  claimPath(language, ref, `/revisions/${String(revision)}`);

/** In whichever language the reader prefers. */
export const anyLanguagePath = (ref: string): string => `/claims/${encodeURIComponent(ref)}`;

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
