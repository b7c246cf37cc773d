/** Claims by the words of a search: of their own text, or of the names of their sources. */

/** The words of a claim `c`; the trigram index claims_words is on this very expression. */
const ownText = `(c.folded || ' ' || c.folded_glosses || ' ' || lower(c.ref))`;

const sourcesNamed = (condition: string): string => `
  SELECT a.claim_id FROM source_names n JOIN attributions a ON a.source_id = n.source_id WHERE ${condition}`;

/**
 * Two ways to hold all of the words, each answered by an index: in its own text, or some of them in the name of a
 * source. Joined by OR they would be answered by reading every claim.
 */
export function waysToHold(words: readonly string[], put: (value: unknown) => string): string[] {
  const patterns = words.map((word) => `${put(`%${literally(word)}%`)}::text`);
  const own = patterns.map((pattern) => `${ownText} LIKE ${pattern}`);
  const named = patterns.map((pattern) => `n.folded LIKE ${pattern}`);
  const either = patterns.map(
    (_, place) =>
      `(${own[place] ?? ''} OR EXISTS (${sourcesNamed(`a.claim_id = c.id AND ${named[place] ?? ''}`)}))`,
  );
  return [own.join(' AND '), `c.id IN (${sourcesNamed(named.join(' OR '))}) AND ${either.join(' AND ')}`];
}

/** In a pattern these stand for more than themselves. */
const literally = (text: string): string => text.replace(/[\\%_]/g, '\\$&');
