/** PURE: text as it should have been: without the remains of the page it was taken from. Time grows with its length. */
import type { RepairCode } from './report.js';

export interface Cleaned {
  text: string;
  repairs: RepairCode[];
}

const named: Readonly<Record<string, string>> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
  nbsp: ' ',
  laquo: '«',
  raquo: '»',
  ldquo: '“',
  rdquo: '”',
  bdquo: '„',
  lsquo: '‘',
  rsquo: '’',
  sbquo: '‚',
  hellip: '…',
  ndash: '–',
  mdash: '—',
  middot: '·',
  bull: '•',
  shy: '\u00AD',
  zwj: '\u200D',
  zwnj: '\u200C',
  lrm: '\u200E',
  rlm: '\u200F',
  eacute: 'é',
  egrave: 'è',
  agrave: 'à',
  ccedil: 'ç',
  uuml: 'ü',
  ouml: 'ö',
  auml: 'ä',
  szlig: 'ß',
  ntilde: 'ñ',
};

const entity = /&(?:#(\d{1,7})|#[xX]([0-9A-Fa-f]{1,6})|([A-Za-z]{2,8}));/g;
const tag = /<\/?[A-Za-z][^<>]*>|<!--[^<>]*-->/g;
const unstorable = /\0|\p{Cs}/gu;
/** Line breaks and controls; not those that steer the direction of writing, which belong to the text. */
const controls = /[\p{Cc}\u2028\u2029]+/gu;

export function cleanText(given: string): Cleaned {
  const repairs: RepairCode[] = [];
  const step = (code: RepairCode, before: string, after: string): string => {
    if (before !== after && !repairs.includes(code)) repairs.push(code);
    return after;
  };
  let text = step('unstorable_character', given, given.replace(unstorable, '\uFFFD'));
  text = step('html_tag', text, text.replace(tag, ' '));
  text = step('html_entity', text, decode(decode(text)));
  // What was escaped twice is a tag only now.
  text = step('html_tag', text, text.replace(tag, ' '));
  text = step('control_character', text, text.replace(controls, ' '));
  text = step('unstorable_character', text, text.replace(unstorable, '\uFFFD'));
  const trimmed = text.trim();
  // A blank that only took the place of something else is not told again.
  if (trimmed !== text && repairs.length === 0) repairs.push('surrounding_blank');
  return { text: repairs.length === 0 ? trimmed : trimmed.replace(/ {2,}/g, ' '), repairs };
}

const decode = (text: string): string =>
  text.replace(entity, (whole, decimal?: string, hex?: string, name?: string) => {
    if (name !== undefined) return Object.hasOwn(named, name) ? (named[name] ?? whole) : whole;
    const code = decimal === undefined ? Number.parseInt(hex ?? '', 16) : Number(decimal);
    return code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : '\uFFFD';
  });
