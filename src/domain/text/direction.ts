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
