/** PURE: a word of a search as it may be written in the names of sources. */

/**
 * A pattern of PostgreSQL for the name within another: the g of foreign names is غ, ج or ق (بيونغ يانغ, بيونج يانج), and a letter
 * may be written twice or once (ميللر, ميلر; Matthew, Mathew), though none of the first two: إله is not الله.
 */
export const patternOfSourceName = (word: string): string =>
  Array.from(word.matchAll(/(\p{L})\1*|[^\p{L}]/gu), ({ 0: run, 1: letter, index }) => {
    if (letter === undefined) return run.replace(/[^\p{N}\p{M}]/gu, '\\$&');
    const one = /[غجق]/u.test(letter) ? '[غجق]' : letter;
    return index >= 2 ? `${one}+` : one.repeat(run.length / letter.length);
  }).join('');
