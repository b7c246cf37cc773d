/** Texts that somebody might write to break a page: they run, turn round, stick out, or are not seen. */
import type { Luck } from './random.js';

/** Calls `canary()` where it runs. */
const markup = [
  '<script>canary()</script>',
  '<img src=x onerror=canary()>',
  '"><svg onload=canary()>',
  `' autofocus onfocus='canary()' x='`,
  '</style><style>*{position:fixed;inset:0;font-size:90px}</style>',
  '</script><script>canary()</script>',
  '</title></textarea><iframe src="javascript:parent.canary()">',
  '<base href="//elsewhere.test/"><meta http-equiv=refresh content=0>',
  '<a href="javascript:canary()">!</a>',
  `{{constructor.constructor('canary()')()}}`,
  '${canary()}',
  '<!-- ]]> <![CDATA[',
  '&lt;b&gt;&amp;&#x202E;',
  '</bdi></div></main>',
];
const turning = ['\u202E', '\u202D', '\u202B', '\u202A', '\u202C', '\u2066', '\u2067', '\u2068', '\u2069'];
const unseen = ['\u200B', '\u200C', '\u200D', '\u2060', '\uFEFF', '\u00AD', '\u200E', '\u200F', '\u061C'];
const wide = ['W', 'لا', '_', '界', '—', 'x\u00A0', 'ـ', '\u{1F469}\u200D\u{1F680}', '/', '٣'];
const odd = [
  `e${'\u0301'.repeat(30)}`,
  `ب${'\u064B\u0651'.repeat(15)}`,
  `\u0E01${'\u0E49'.repeat(20)}`,
  '\u{1F469}\u200D\u{1F469}\u200D\u{1F467}\u200D\u{1F466}',
  '\u{1F3F4}\u{E0067}\u{E0062}\u{E0073}\u{E0063}\u{E0074}\u{E007F}',
  '1\uFE0F\u20E3\u{1F1EA}\u{1F1EC}\u{1F44B}\u{1F3FD}',
  '\u2400\uFFFD\uFFFC',
  '\uFFFE\u{10FFFF}',
  'ﷺﷲ',
  "'; DROP TABLE claims; --",
  '%00%0a\\0\\u0000',
];
const mixed = [
  'سعر الصرف $5.00 (USD) ارتفع 12.5%',
  'The ministry (وزارة الدفاع) said: لا.',
  'قال "yes, 100%" ثم نفى C++ وC#',
  'https://example.org/خبر?س=١٢٣&x=4',
  '١٢٣ 456 (٧٨) [9]',
  'abc، def؛ ghi؟',
  'שלום, עולם 3-4',
  '+20 (2) 555-0100 هاتف',
  '2024-06-17 حتى 18/06/2024',
  'نص (مع أقواس [متداخلة]) and back.',
];

export interface HostileTexts {
  /** One line, of so many code points at most. Its mark names the field: `quote17x`. */
  line: (field: string, most: number) => string;
  /** Some lines. */
  prose: (field: string, most: number) => string;
  /** Marks of all that were made. */
  marks: () => readonly string[];
}

export function hostileTexts(luck: Luck): HostileTexts {
  const marks: string[] = [];
  const part = (): string => {
    switch (luck.below(6)) {
      case 0:
        return luck.oneOf(markup);
      case 1:
        return luck.oneOf(turning) + luck.oneOf(mixed) + (luck.once(2) ? luck.oneOf(turning) : '');
      case 2:
        return luck.oneOf(wide).repeat(20 + luck.below(400));
      case 3:
        return luck.oneOf(odd) + luck.oneOf(unseen).repeat(1 + luck.below(4));
      default:
        return luck.oneOf(mixed);
    }
  };
  const compose = (field: string, most: number, between: readonly string[]): string => {
    const mark = `${field}${String(marks.length + 1)}x`;
    marks.push(mark);
    let text = '';
    for (let left = 1 + luck.below(4); left > 0; left--) text += `${luck.oneOf(between)}${part()}`;
    // The mark stands somewhere among it, and is never cut.
    const cut = Array.from(text).slice(0, most - mark.length - 2);
    const at = luck.below(Math.min(cut.length, 30) + 1);
    return [...cut.slice(0, at), ' ', mark, ' ', ...cut.slice(at)].join('').trim();
  };
  return {
    line: (field, most) => compose(field, most, ['', ' ']),
    prose: (field, most) => compose(field, most, [' ', '\n', '\n\n', '\u2028', '\r\n', '\t']),
    marks: () => marks,
  };
}

/** Of these marks, those that a text shows. */
export const marksIn = (text: string): string[] => text.match(/[a-z]+\d+x/g) ?? [];
export const fieldOf = (mark: string): string => mark.replace(/\d+x$/, '');
