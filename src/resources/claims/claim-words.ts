/** Claims by the words of a search: of their own text, or of the names of their sources. */
import { wordForms } from '../../domain/text/word-forms.js';

/** That the words of a claim `c` are such: they stand in a row of their own, with the indexes on them. */
const hasWords = (condition: string): string =>
  `c.id IN (SELECT w.claim_id FROM claim_words w WHERE ${condition})`;

const sourcesNamed = (condition: string): string => `
  SELECT a.claim_id FROM source_names n CROSS JOIN same_sources(n.source_id) AS same (id)
    JOIN attributions a ON a.source_id = same.id WHERE ${condition}`;

type Put = (value: unknown) => string;

/**
 * The ways to hold all of the words, each answered by an index: as they stand in its own text; some of them in the name of
 * a source; in other forms; and, where no claim holds them so, in words that are nearly the same. Joined by OR they would
 * be answered by reading every claim.
 */
export function alternativesHolding(words: readonly string[], put: Put): string[] {
  const patterns = words.map((word) => `${put(`%${literally(word)}%`)}::text`);
  const own = patterns.map((pattern) => `w.words LIKE ${pattern}`);
  const named = words.map((word) =>
    anyOf(spellingsOf(word).map((spelling) => `n.folded LIKE ${put(`%${literally(spelling)}%`)}::text`)),
  );
  const either = patterns.map(
    (_, place) =>
      `(EXISTS (SELECT FROM claim_words w WHERE w.claim_id = c.id AND ${own[place] ?? ''})
        OR EXISTS (${sourcesNamed(`a.claim_id = c.id AND ${named[place] ?? ''}`)}))`,
  );
  const asTheyStand = hasWords(own.join(' AND '));
  const inNames = `c.id IN (${sourcesNamed(named.join(' OR '))}) AND ${either.join(' AND ')}`;
  return [asTheyStand, inNames, ...waysInOtherForms(words, [asTheyStand, inNames], put)];
}

/** In other forms of each word, and nearly so. Words with signs in them that mean something are meant as they are: none. */
function waysInOtherForms(words: readonly string[], before: readonly string[], put: Put): string[] {
  if (!words.every((word) => /^[\p{L}\p{M}\p{N}'".-]+$/u.test(word))) return [];
  const parts = words.flatMap((word) => word.match(/[\p{L}\p{M}\p{N}]+/gu) ?? []);
  if (parts.length === 0) return [];
  const inForms = hasWords(parts.map((part) => `w.forms && ${put(wordForms(part))}::text[]`).join(' AND '));
  const nobody = [...before, inForms].map((way) => `NOT EXISTS (SELECT FROM claims c WHERE ${way})`);
  const nearly = hasWords(parts.map((part) => `w.words %> ${put(part)}::text`).join(' AND '));
  return [inForms, [...nobody, nearly].join(' AND ')];
}

const anyOf = (conditions: readonly string[]): string => `(${conditions.join(' OR ')})`;

/** The g of foreign names is written غ, ج or ق: بيونغ يانغ, بيونج يانج. */
const spellingsOf = (word: string): string[] =>
  /[غجق]/u.test(word) ? [word, ...['غ', 'ج', 'ق'].map((g) => word.replace(/[غجق]/gu, g))] : [word];

/** In a pattern these stand for more than themselves. */
const literally = (text: string): string => text.replace(/[\\%_]/g, '\\$&');
