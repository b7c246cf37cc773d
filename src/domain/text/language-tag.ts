/** Characters: far more than any registered tag has, and few enough for an index of the database. */
const longest = 64;

/**
 * The canonical form of a BCP 47 language tag ("AR-eg" → "ar-EG"), or undefined where it is none.
 *
 * The grammar of BCP 47 also allows primary subtags of four to eight letters, but reserves them; none is
 * registered, and what arrives in that shape is the name of a language ("arabic"), so they are refused.
 */
export function canonicalLanguage(tag: string): string | undefined {
  if (tag.length > longest || !/^[A-Za-z]{2,3}(?:-|$)/.test(tag)) return undefined;
  try {
    return Intl.getCanonicalLocales(tag)[0];
  } catch {
    return undefined;
  }
}
