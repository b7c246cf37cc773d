/** PURE: the script a text is written in. Addresses, and names in another script, say nothing of it. */
const scripts = {
  Arab: /\p{Script=Arabic}/gu,
  Latn: /\p{Script=Latin}/gu,
  Cyrl: /\p{Script=Cyrillic}/gu,
  Hebr: /\p{Script=Hebrew}/gu,
  Grek: /\p{Script=Greek}/gu,
  Deva: /\p{Script=Devanagari}/gu,
  Beng: /\p{Script=Bengali}/gu,
  Thai: /\p{Script=Thai}/gu,
  Geor: /\p{Script=Georgian}/gu,
  Armn: /\p{Script=Armenian}/gu,
  Kore: /\p{Script=Hangul}/gu,
  Jpan: /[\p{Script=Hiragana}\p{Script=Katakana}]/gu,
  Hans: /\p{Script=Han}/gu,
};
export type Script = keyof typeof scripts;
const names = Object.keys(scripts) as Script[];

/** Enough to tell by, and few enough to be counted at no cost. */
const mostUnits = 2000;

const address = /^\P{L}{0,9}(?:https?:|www\.|[@#]\w)|^[!-~]{0,99}[a-z\d][.@][a-z]/iu;

/** The beginning of a text, without addresses and the names of accounts, which are in Latin letters anywhere. */
export const proseOf = (text: string): string =>
  text
    .slice(0, mostUnits)
    .split(/\s+/u)
    .filter((part) => !address.test(part))
    .join(' ');

const countLetters = (text: string, script: Script): number => text.match(scripts[script])?.length ?? 0;

/** The script in which most letters of a prose are; Japanese is written in three. */
export function mostLettersIn(prose: string): Script | undefined {
  let most: { script: Script; count: number } | undefined;
  for (const script of names) {
    const count = countLetters(prose, script);
    if (count > (most?.count ?? 0)) most = { script, count };
    // No other can have more.
    if (count * 2 > prose.length) break;
  }
  return most?.script === 'Hans' && countLetters(prose, 'Jpan') > 0 ? 'Jpan' : most?.script;
}

/** That of most letters, unless most of its words are names in a text that has as many words of another: صحيفة The Times. */
export function scriptOf(prose: string): Script | undefined {
  const most = mostLettersIn(prose);
  if (most === undefined) return undefined;
  const counts = countWords(prose);
  const [other] = [...counts]
    .filter(([script]) => script !== most && !isOfOne(script, most))
    .toSorted(([, a], [, b]) => b - a);
  return other && other[1] > 0 && other[1] >= (counts.get(most) ?? 0) ? other[0] : most;
}

const isOfOne = (one: Script, other: Script): boolean =>
  [one, other].every((script) => ['Hans', 'Jpan', 'Kore'].includes(script));

/** How many words of each script a prose has, but for the names of people and things in a script with capital letters. */
export function countWords(prose: string): ReadonlyMap<Script, number> {
  const words = prose.match(/[\p{L}\p{M}]+/gu) ?? [];
  const counts = new Map<Script, number>();
  for (const [at, word] of words.entries()) {
    const script = names.find((one) => countLetters(word, one) > 0);
    if (script !== undefined && !isName(words, at)) counts.set(script, (counts.get(script) ?? 0) + 1);
  }
  return counts;
}

const hasCapital = (word = ''): boolean => /\p{Lu}/u.test(word);
const isSmall = (word = ''): boolean => /^\p{Ll}{1,3}$/u.test(word);

/** With a capital letter, or a small word or two between such: "dos" in a name, "of the" in a title. */
function isName(words: readonly string[], at: number): boolean {
  if (hasCapital(words[at])) return true;
  if (!isSmall(words[at])) return false;
  const [before, after] = [words[at - 1], words[at + 1]];
  if (hasCapital(before)) return hasCapital(after) || (isSmall(after) && hasCapital(words[at + 2]));
  return isSmall(before) && hasCapital(words[at - 2]) && hasCapital(after);
}
