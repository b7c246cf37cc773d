/** PURE: a rationale as its paragraphs, each cut where it points to evidence (`[E1]`) or names an address of the web. */
import { isCited } from '../../verdict/evidence-marks.js';

export type Piece =
  | { kind: 'text'; text: string }
  | { kind: 'mark'; text: string; number: number }
  | { kind: 'link'; text: string; href: string };

/** Evidence is counted up to 999. Addresses hold no blanks, quotes, brackets, or what turns text around. */
const special =
  /(\[E\d{1,3}\]|https?:\/\/[^\s<>"'`«»“”‘’()[\]{}|\\^\u200E\u200F\u202A-\u202E\u2066-\u2069]+)/i;
/** What ends a sentence is no part of an address in it. */
const endings = new Set('.,;:!?…،؛؟');
/** What is longer is read as words: no browser is sure to follow it. */
const longestAddress = 2_000;

export const paragraphsOf = (text: string): string[] => text.split('\n').filter((part) => part.trim() !== '');

/** `cited`: how many pieces of evidence there are to point to. Joined, the texts are the paragraph again. */
export function piecesOf(paragraph: string, cited: number): Piece[] {
  const all: Piece[] = [];
  for (const part of paragraph.split(special))
    for (const piece of pieceOf(part, cited)) {
      const last = all.at(-1);
      if (last?.kind === 'text' && piece.kind === 'text') last.text += piece.text;
      else all.push(piece);
    }
  return all;
}

function pieceOf(text: string, cited: number): Piece[] {
  if (text === '') return [];
  const number = Number(/^\[E(\d+)\]$/.exec(text)?.[1]);
  if (isCited(number, cited)) return [{ kind: 'mark', text, number }];
  const address = /^https?:/i.test(text) ? withoutEnding(text) : '';
  const href = addressOf(address);
  if (href === undefined) return [{ kind: 'text', text }];
  const after = text.slice(address.length);
  const rest: Piece[] = after === '' ? [] : [{ kind: 'text', text: after }];
  return [{ kind: 'link', text: address, href }, ...rest];
}

/** By hand: an expression would begin anew at each of many dots. */
function withoutEnding(text: string): string {
  let length = text.length;
  while (endings.has(text.charAt(length - 1))) length--;
  return text.slice(0, length);
}

/** A name before the host is there to be taken for the host. */
function addressOf(text: string): string | undefined {
  const url = text.length <= longestAddress && URL.canParse(text) ? new URL(text) : undefined;
  if (!url) return undefined;
  return url.username === '' && url.password === '' ? url.href : undefined;
}

/** For who cannot follow a mark: without them, and the blanks before them. */
export const withoutMarks = (text: string, cited: number): string =>
  piecesOf(text, cited).reduce(
    (said, piece) => (piece.kind === 'mark' ? withoutBlanksAtEnd(said) : said + piece.text),
    '',
  );

/** By hand, as above: not those of lines, which part paragraphs. */
function withoutBlanksAtEnd(text: string): string {
  let length = text.length;
  while (text.charAt(length - 1) === ' ') length--;
  return text.slice(0, length);
}
