/** The scripts that run from right to left, and that a text on the web may be in (ISO 15924). */
const scripts = 'Adlm Arab Armi Hebr Mand Mend Nkoo Rohg Samr Syrc Thaa Yezi'.split(' ');
/** With the Arabic that is named as it is written in Nastaliq, which no letter is of. */
const rightToLeft = new Set([...scripts, 'Aran']);

/** A letter that is written from right to left. */
export const rightToLeftLetter = new RegExp(
  `[${scripts.map((script) => `\\p{Script=${script}}`).join('')}]`,
  'u',
);

/** Which way a language runs: as the script that is named, or the one it is mostly written in. */
export function directionOf(language: string): 'rtl' | 'ltr' {
  try {
    return rightToLeft.has(new Intl.Locale(language).maximize().script ?? '') ? 'rtl' : 'ltr';
  } catch {
    return 'ltr';
  }
}

const letters = {
  rtl: new RegExp(rightToLeftLetter, 'gu'),
  ltr: /\p{L}/gu,
};

/** Whether a tag says nothing of how a text runs: `und` is made English where it is maximized. */
const saysNothing = (language: string): boolean => /^und(?!-[a-z]{4}(?:-|$))/i.test(language);

/**
 * Which way a text runs: as its language does or, where nobody knows that, as most of its letters do. One foreign word at its
 * start turns nothing round.
 */
export function directionOfText(text: string, language?: string): 'rtl' | 'ltr' {
  if (language !== undefined && !saysNothing(language)) return directionOf(language);
  const count = (pattern: RegExp): number => text.match(pattern)?.length ?? 0;
  return 2 * count(letters.rtl) > count(letters.ltr) ? 'rtl' : 'ltr';
}
