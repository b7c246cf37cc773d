/** PURE: JSON as it stands in pages: in comments or CDATA, with comments, trailing commas and raw line breaks. */
import type { RepairCode } from './report.js';

type LooseJson = { ok: true; value: unknown; repairs: RepairCode[] } | { ok: false };

/** How scripts hide their text from what does not know scripts. */
const opening = /^(?:<!--|(?:\/\/|\/\*)?\s{0,9}<!\[CDATA\[\s{0,9}(?:\*\/)?)/;
const closing = /(?:(?:\/\/|\/\*)?\s{0,9}\]\]>\s{0,9}(?:\*\/)?|(?:\/\/)?\s{0,9}-->)$/;
const longestWrapping = 40;

export function parseLooseJson(given: string): LooseJson {
  const text = given.replace(/^\uFEFF/, '');
  const strict = parse(text);
  if (strict) return { ok: true, ...strict, repairs: [] };
  const trimmed = text.trim().replace(/;$/, '');
  const bare = unwrap(trimmed);
  const { json, repairs } = tidy(bare);
  if (bare.length < trimmed.length) repairs.add('json_wrapped');
  const read = parse(json);
  return read ? { ok: true, ...read, repairs: [...repairs] } : { ok: false };
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
    const end = endOfPiece(text, at);
    const piece = text.slice(at, end);
    at = end;
    if (/^\/[/*]/.test(piece)) {
      repairs.add('json_comment');
      continue;
    }
    if (/^[\]}]$/.test(piece) && comma !== -1) {
      repairs.add('json_comma');
      pieces[comma] = '';
    }
    if (piece.trim() !== '') comma = piece === ',' ? pieces.length : -1;
    pieces.push(piece.startsWith('"') ? escapeControls(piece, repairs) : piece);
  }
  return { json: pieces.join(''), repairs };
}

/** Of a text in quotation marks, a comment, or a single character. */
function endOfPiece(text: string, at: number): number {
  const endAfter = (what: string, from: number): number => {
    const found = text.indexOf(what, from);
    return found === -1 ? text.length : found + what.length;
  };
  if (text.startsWith('//', at)) return endAfter('\n', at);
  if (text.startsWith('/*', at)) return endAfter('*/', at + 2);
  if (text[at] !== '"') return at + 1;
  let end = at + 1;
  while (end < text.length && text[end] !== '"') end += text[end] === '\\' ? 2 : 1;
  return Math.min(end + 1, text.length);
}

// eslint-disable-next-line no-control-regex -- they are what is looked for
const control = /[\u0000-\u001F]/g;

function escapeControls(piece: string, repairs: Set<RepairCode>): string {
  const escaped = piece.replace(control, (one) => `\\u${one.charCodeAt(0).toString(16).padStart(4, '0')}`);
  if (escaped !== piece) repairs.add('json_control');
  return escaped;
}
