/** Claims by the words of a search: of their own text, or of the names of their sources. */
import { patternOfSourceName } from '../../domain/text/source-name-pattern.js';
import { isNumber, spellingsOfNumber } from '../../domain/text/digit-groupings.js';
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
  const own = words.map((word) => holdsWord(word, put));
  const named = words.map((word) => `n.folded ~ ${put(patternOfSourceName(word))}::text`);
  const either = own.map(
    (holds, place) =>
      `(EXISTS (SELECT FROM claim_words w WHERE w.claim_id = c.id AND ${holds})
        OR EXISTS (${sourcesNamed(`a.claim_id = c.id AND ${named[place] ?? ''}`)}))`,
  );
  const asTheyStand = hasWords(own.join(' AND '));
  const inNames = `c.id IN (${sourcesNamed(named.join(' OR '))}) AND ${either.join(' AND ')}`;
  return [asTheyStand, inNames, ...waysInOtherForms(words, [asTheyStand, inNames], put)];
}

/** In other forms of each word, and nearly so. Words with signs in them that mean something are meant as they are: none. */
function waysInOtherForms(words: readonly string[], before: readonly string[], put: Put): string[] {
  if (!words.every((word) => isNumber(word) || /^[\p{L}\p{M}\p{N}'".-]+$/u.test(word))) return [];
  const parts = words
    .filter((word) => !isNumber(word))
    .flatMap((word) => word.match(/[\p{L}\p{M}\p{N}]+/gu) ?? []);
  // A value that no condition asks for is refused by the database.
  if (parts.length === 0) return [];
  const numbers = words.filter(isNumber).map((number) => holdsWord(number, put));
  const holding = (conditions: readonly string[]): string =>
    hasWords([...numbers, ...conditions].join(' AND '));
  const inForms = holding(parts.map((part) => `w.forms && ${put(wordForms(part))}::text[]`));
  const nobody = [...before, inForms].map((way) => `NOT EXISTS (SELECT FROM claims c WHERE ${way})`);
  const nearly = holding(parts.map((part) => `w.words %> ${put(part)}::text`));
  return [inForms, [...nobody, nearly].join(' AND ')];
}

/** As it stands; a number in any of its spellings. */
const holdsWord = (word: string, put: Put): string =>
  anyOf(spellingsOfNumber(word).map((spelling) => `w.words LIKE ${put(`%${literally(spelling)}%`)}::text`));

const anyOf = (conditions: readonly string[]): string => `(${conditions.join(' OR ')})`;

/** In a pattern these stand for more than themselves. */
const literally = (text: string): string => text.replace(/[\\%_]/g, '\\$&');
