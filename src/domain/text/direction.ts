/** The scripts that run from right to left, and that a text on the web may be in (ISO 15924). */
const rightToLeft = new Set('Adlm Arab Aran Armi Hebr Mand Mend Nkoo Rohg Samr Syrc Thaa Yezi'.split(' '));

/** Which way a language runs: as the script that is named, or the one it is mostly written in. */
export function directionOf(language: string): 'rtl' | 'ltr' {
  try {
    return rightToLeft.has(new Intl.Locale(language).maximize().script ?? '') ? 'rtl' : 'ltr';
  } catch {
    return 'ltr';
  }
}

const letters = {
  rtl: /[\p{Script=Arabic}\p{Script=Hebrew}\p{Script=Syriac}\p{Script=Thaana}]/gu,
  ltr: /\p{L}/gu,
};

/** Which way a text runs whose language nobody knows: as most of its letters do. One foreign word at its start turns nothing round. */
export function directionOfText(text: string): 'rtl' | 'ltr' {
  const count = (pattern: RegExp): number => text.match(pattern)?.length ?? 0;
  return 2 * count(letters.rtl) > count(letters.ltr) ? 'rtl' : 'ltr';
}
