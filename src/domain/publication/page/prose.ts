/** PURE: a rationale as its paragraphs, each cut where it points to evidence (`[E1]`) or names an address of the web. */

export type Piece =
  | { kind: 'text'; text: string }
  | { kind: 'mark'; text: string; number: number }
  | { kind: 'link'; text: string; href: string };

/** Evidence is counted up to 999. Addresses hold no blanks, quotes, brackets, or what turns text around. */
const special =
  /(\[E\d{1,3}\]|https?:\/\/[^\s<>"'`«»“”‘’()[\]{}|\\^\u200E\u200F\u202A-\u202E\u2066-\u2069]+)/i;
/** What ends a sentence is no part of an address in it. */
const ending = /[.,;:!?…،؛؟]+$/;

export const paragraphsOf = (text: string): string[] => text.split('\n').filter((part) => part.trim() !== '');

/** `cited`: how many pieces of evidence there are to point to. Joined, the texts are the paragraph again. */
export const piecesOf = (paragraph: string, cited: number): Piece[] =>
  paragraph
    .split(special)
    .flatMap((text) => pieceOf(text, cited))
    .reduce<Piece[]>((all, piece) => {
      const last = all.at(-1);
      return last?.kind === 'text' && piece.kind === 'text'
        ? [...all.slice(0, -1), { kind: 'text', text: last.text + piece.text }]
        : [...all, piece];
    }, []);

function pieceOf(text: string, cited: number): Piece[] {
  if (text === '') return [];
  const number = Number(/^\[E(\d+)\]$/.exec(text)?.[1]);
  if (number >= 1 && number <= cited) return [{ kind: 'mark', text, number }];
  const after = /^https?:/i.test(text) ? (ending.exec(text)?.[0] ?? '') : '';
  const address = text.slice(0, text.length - after.length);
  const href = addressOf(address);
  if (href === undefined) return [{ kind: 'text', text }];
  const rest: Piece[] = after === '' ? [] : [{ kind: 'text', text: after }];
  return [{ kind: 'link', text: address, href }, ...rest];
}

/** A name before the host is there to be taken for the host. */
function addressOf(text: string): string | undefined {
  const url = /^https?:/i.test(text) && URL.canParse(text) ? new URL(text) : undefined;
  if (!url) return undefined;
  return url.username === '' && url.password === '' ? url.href : undefined;
}
