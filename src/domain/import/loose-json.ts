/** PURE: JSON as it stands in pages: in comments or CDATA, with comments, trailing commas and raw line breaks. */
import { deepest } from './find-reviews.js';
import type { RepairCode } from './report.js';

type LooseJson =
  | { ok: true; value: unknown; repairs: RepairCode[] }
  | { ok: false; refusal: 'json_unreadable' | 'too_deep' };

/** How scripts hide their text from what does not know scripts. */
const opening = /^(?:<!--|(?:\/\/|\/\*)?\s{0,9}<!\[CDATA\[\s{0,9}(?:\*\/)?)/;
const closing = /(?:(?:\/\/|\/\*)?\s{0,9}\]\]>\s{0,9}(?:\*\/)?|(?:\/\/)?\s{0,9}-->)$/;
const longestWrapping = 40;

export function parseLooseJson(given: string): LooseJson {
  const text = given.replace(/^\uFEFF/, '');
  const strict = parse(text);
  if (strict && isTooDeep(text)) return { ok: false, refusal: 'too_deep' };
  if (strict) return { ok: true, ...strict, repairs: [] };
  const trimmed = text.trim().replace(/;$/, '');
  const bare = unwrap(trimmed);
  const { json, repairs } = tidy(bare);
  if (bare.length < trimmed.length) repairs.add('json_wrapped');
  const read = parse(json);
  if (!read) return { ok: false, refusal: 'json_unreadable' };
  return isTooDeep(json) ? { ok: false, refusal: 'too_deep' } : { ok: true, ...read, repairs: [...repairs] };
}

/** Of JSON that can be read: whether what walks through its value would go too deep, `JSON.stringify` as well. */
export function isTooDeep(json: string): boolean {
  let depth = 0;
  for (let at = 0; at < json.length; at++) {
    const character = json[at];
    if (character === '"') at = endOfText(json, at) - 1;
    else if (character === '[' || character === '{') depth++;
    else if (character === ']' || character === '}') depth--;
    if (depth > deepest) return true;
  }
  return false;
}

function parse(text: string): { value: unknown } | undefined {
  try {
    return { value: JSON.parse(text) as unknown };
  } catch {
    return undefined;
  }
}

function unwrap(text: string): string {
  const body = text.replace(opening, '');
  const end = body.slice(-longestWrapping);
  return body.slice(0, body.length - end.length) + end.replace(closing, '');
}

/** What JSON allows is kept as it is. Each character is looked at once. */
function tidy(text: string): { json: string; repairs: Set<RepairCode> } {
  const repairs = new Set<RepairCode>();
  const pieces: string[] = [];
  /** The comma that nothing has followed yet. */
  let comma = -1;
  for (let at = 0; at < text.length;) {
    const first = text.charAt(at);
    const isComment = first === '/' && (text[at + 1] === '/' || text[at + 1] === '*');
    const end = isComment ? endOfComment(text, at) : first === '"' ? endOfText(text, at) : endOfRun(text, at);
    const piece = text.slice(at, end);
    at = end;
    if (isComment) {
      repairs.add('json_comment');
      continue;
    }
    if ((first === ']' || first === '}') && comma !== -1) {
      repairs.add('json_comma');
      pieces[comma] = '';
    }
    if (first === ',') comma = pieces.length;
    else if (first.trim() !== '') comma = -1;
    pieces.push(first === '"' ? escapeControls(piece, repairs) : piece);
  }
  return { json: pieces.join(''), repairs };
}

function endOfComment(text: string, at: number): number {
  const [end, from] = text[at + 1] === '/' ? ['\n', at] : ['*/', at + 2];
  const found = text.indexOf(end, from);
  return found === -1 ? text.length : found + end.length;
}

/** Of a text in quotation marks, which begins at `at`. */
function endOfText(text: string, at: number): number {
  let end = at + 1;
  while (end < text.length && text[end] !== '"') end += text[end] === '\\' ? 2 : 1;
  return Math.min(end + 1, text.length);
}

/** Of blanks, or of what is neither text nor comment, or of one character that means something by itself. */
function endOfRun(text: string, at: number): number {
  run.lastIndex = at;
  return run.test(text) ? run.lastIndex : at + 1;
}

const run = /\s+|[^\s"/,[\]{}]+/y;

// eslint-disable-next-line no-control-regex -- they are what is looked for
const control = /[\u0000-\u001F]/g;

function escapeControls(piece: string, repairs: Set<RepairCode>): string {
  const escaped = piece.replace(control, (one) => `\\u${one.charCodeAt(0).toString(16).padStart(4, '0')}`);
  if (escaped !== piece) repairs.add('json_control');
  return escaped;
}
