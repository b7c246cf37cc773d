/** From bytes to text. What a page says of its encoding is often wrong, and Arabic pages suffer most from it. */
import { primary } from '../domain/text/languages.js';

interface DecodedText {
  text: string;
  /** The encoding it was read in, by its name in the Encoding Standard. */
  charset: string;
}

interface Hints {
  /** By the server, or by the page itself. */
  label?: string | undefined;
  /** BCP 47, where the page says it. */
  language?: string | undefined;
}

/** What pages that name no encoding were written in, by their language: the Encoding Standard's own table, shortened. */
const oldEncodings: ReadonlyMap<string, string> = new Map([
  ...['ar', 'fa', 'ur', 'ckb', 'ps'].map((language) => [language, 'windows-1256'] as const),
  ...['ru', 'uk', 'bg', 'be', 'mk', 'sr', 'kk'].map((language) => [language, 'windows-1251'] as const),
  ...['cs', 'hu', 'pl', 'sk', 'sl', 'hr'].map((language) => [language, 'iso-8859-2'] as const),
  ['el', 'windows-1253'],
  ['tr', 'windows-1254'],
  ['he', 'windows-1255'],
  ['th', 'windows-874'],
  ['ja', 'shift_jis'],
  ['ko', 'euc-kr'],
  ['zh', 'gb18030'],
]);

export function decodeText(bytes: Buffer, { label, language }: Hints = {}): DecodedText {
  const byOrderMark = encodingByOrderMark(bytes);
  if (byOrderMark !== undefined) return read(bytes, byOrderMark);
  const named = nameOf(label);
  const plain = bytes.every((byte) => byte < 0x80);
  // Nothing else looks like UTF-8 by chance, whatever its label says; but UTF-16 looks like anything.
  const isUtf8 = !(plain && named !== undefined) && !named?.startsWith('utf-16') && fits(bytes, 'utf-8');
  if (isUtf8) return read(bytes, 'utf-8');
  if (named !== undefined && named !== 'utf-8') return read(bytes, named);
  const asUtf8 = read(bytes, 'utf-8');
  return named === 'utf-8' && isMostlySound(asUtf8.text) ? asUtf8 : read(bytes, guess(bytes, language));
}

const read = (bytes: Buffer, charset: string): DecodedText => ({
  text: new TextDecoder(charset).decode(bytes),
  charset,
});

function encodingByOrderMark(bytes: Buffer): string | undefined {
  if (bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf) return 'utf-8';
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le';
  return bytes[0] === 0xfe && bytes[1] === 0xff ? 'utf-16be' : undefined;
}

/** The encoding a label means; undefined where it means none. */
function nameOf(label: string | undefined): string | undefined {
  if (label === undefined) return undefined;
  try {
    return new TextDecoder(label).encoding;
  } catch {
    return undefined;
  }
}

function fits(bytes: Buffer, charset: string): boolean {
  try {
    // What is cut off at the end is no fault of the encoding.
    new TextDecoder(charset, { fatal: true }).decode(bytes, { stream: true });
    return true;
  } catch {
    return false;
  }
}

/** Text with some damage in it, and not another encoding read as UTF-8. */
function isMostlySound(text: string): boolean {
  const foreign = foreignIn(text.slice(0, sample));
  return foreign.filter((character) => character === '\uFFFD').length <= foreign.length / 20;
}

/** The beginning is enough to tell. */
const sample = 65_536;
const foreignIn = (text: string): string[] => text.match(/\P{ASCII}/gu) ?? [];

/** Where the page names its language, what that was written in; otherwise Arabic, where it would be mostly that. */
function guess(bytes: Buffer, language: string | undefined): string {
  const known = oldEncodings.get(primary(language ?? '').toLowerCase());
  if (known !== undefined) return known;
  const foreign = foreignIn(read(bytes.subarray(0, sample), 'windows-1256').text);
  const arabic = foreign.filter((character) => /\p{Script=Arabic}/u.test(character));
  return arabic.length > foreign.length * 0.6 ? 'windows-1256' : 'windows-1252';
}

/** What an HTML or XML page says of itself at its beginning, before its encoding is known. */
export function hintsIn(bytes: Buffer): Hints {
  const start = bytes.subarray(0, 4096).toString('latin1');
  const label = /<meta[^>]{0,500}?charset\s{0,9}=\s{0,9}["']?\s{0,9}([\w.:-]{1,40})/i.exec(start)?.[1];
  const declared = /^\s{0,99}<\?xml[^>]{0,200}?encoding\s{0,9}=\s{0,9}["']([\w.:-]{1,40})/i.exec(start)?.[1];
  const language = /<html[^>]{0,500}?\slang\s{0,9}=\s{0,9}["']?([A-Za-z-]{2,35})/i.exec(start)?.[1];
  const said = label ?? declared;
  // Whoever could read this as ASCII has not read UTF-16.
  return { label: said && /^utf-?16/i.test(said) ? 'utf-8' : said, language };
}
