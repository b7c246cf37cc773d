/** How long an answer may be kept by those who pass it on. */

/** By nobody. */
export const uncached = { 'Cache-Control': 'no-store' } as const;

/** For a year by anybody: there is never another one under this address. */
export const immutable = 'public, max-age=31536000, immutable';
