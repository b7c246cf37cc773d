const rightToLeft = new Set([
  'ar',
  'arc',
  'ckb',
  'dv',
  'fa',
  'he',
  'ks',
  'ps',
  'sd',
  'syr',
  'ug',
  'ur',
  'yi',
]);

/** Which way a language runs; a script that is named says it before the language does. */
export function directionOf(language: string): 'rtl' | 'ltr' {
  const [primary = '', next = ''] = language.split('-');
  if (/^[A-Z][a-z]{3}$/.test(next)) return /^(?:Arab|Hebr|Syrc|Thaa)$/.test(next) ? 'rtl' : 'ltr';
  return rightToLeft.has(primary) ? 'rtl' : 'ltr';
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
