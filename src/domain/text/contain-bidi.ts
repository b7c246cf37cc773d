const controls = /[\u202A-\u202E\u2066-\u2069]/;
const openers = /[\u202A\u202B\u202D\u202E]/;
const isolates = /[\u2066-\u2068]/;
const endOfEmbedding = '\u202C';
const endOfIsolate = '\u2069';

/**
 * The text with bidirectional controls that end where it ends: what it opens is closed, and what it closes without
 * having opened it is left out. Inside an isolated element it then reorders nothing but itself.
 */
export function containBidi(text: string): string {
  if (!controls.test(text)) return text;
  const open: string[] = [];
  let contained = '';
  for (const character of text) {
    if (character === endOfEmbedding) {
      if (open.at(-1) !== endOfEmbedding) continue;
      open.pop();
    } else if (character === endOfIsolate) {
      const at = open.lastIndexOf(endOfIsolate);
      if (at === -1) continue;
      open.length = at;
    } else if (openers.test(character)) open.push(endOfEmbedding);
    else if (isolates.test(character)) open.push(endOfIsolate);
    contained += character;
  }
  return contained + open.reverse().join('');
}

/** A run of words out of a text: the order of the whole goes through it, unless it holds what would turn the rest round. */
export const containRun = (text: string): string =>
  controls.test(text) ? `\u2068${containBidi(text)}\u2069` : text;

/** Texts that can turn nothing round where all runs as they do. */
const harmless = {
  rtl: /^[\p{Script=Arabic}\p{Mn} ]*$/u,
  ltr: /^[\p{Script=Latin}\p{Mn}\d .,'’-]*$/u,
} as const;

/** A text to stand inside a sentence that runs in this direction: where it might turn that round, it is isolated from it. */
export const isolateIn = (direction: 'rtl' | 'ltr', text: string): string =>
  harmless[direction].test(text) ? text : `\u2068${containBidi(text)}\u2069`;
