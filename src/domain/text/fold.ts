/**
 * Folding: making texts equal that differ only in how they were typed. A folded text is for comparing and
 * looking up and is never shown; its map leads back to the original.
 *
 * - `verify` is for quotes and exact duplicates: only what carries no meaning is dropped or unified.
 * - `search` is for finding: it also merges letters that readers tell apart (على and علي).
 */
import { lengthInCodePoints } from './code-points.js';

export type FoldLevel = 'verify' | 'search';

/** Offsets are code points, 0-based. */
export interface Folded {
  text: string;
  /** `map[i]` is where folded code point `i` begins in the original; one more entry holds the original's length. */
  map: number[];
}

/** Bidirectional controls, zero-width characters and tatweel: they weigh nothing wherever they stand. */
const weightless = /[\u061C\u200B-\u200F\u202A-\u202E\u2060-\u2069\uFEFF\u0640]/u;
/** Arabic vowel signs, Koranic marks, superscript alef. */
const harakat = /[\u0610-\u061A\u064B-\u065F\u0670\u06D6-\u06ED]/u;
/** A character and the marks on it: what Unicode normalization may reorder or compose. */
const cluster = /\P{M}\p{M}*|\p{M}+/gu;
/**
 * Sorting the marks of one character takes time that grows with their square, so a longer cluster, which no
 * language writes (Unicode Standard Annex 15, stream-safe text, draws the line there too), stays as it is.
 */
const longestCluster = 31;

const unified: ReadonlyMap<string, string> = new Map([
  ...spread('«»“”„‟〝〞＂', '"'),
  ...spread('‘’‚‛‹›', "'"),
  ...spread('،', ','),
  ...spread('؛', ';'),
  ...spread('؟', '?'),
  ...Array.from('٠١٢٣٤٥٦٧٨٩', (digit, value) => [digit, String(value)] as const),
  ...Array.from('۰۱۲۳۴۵۶۷۸۹', (digit, value) => [digit, String(value)] as const),
]);

const merged: ReadonlyMap<string, string> = new Map([
  ...spread('أإآٱ', 'ا'),
  ...spread('ىیئ', 'ي'),
  ...spread('ة', 'ه'),
  ...spread('ؤ', 'و'),
  ...spread('ک', 'ك'),
]);

/** Idempotent: a folded text folds to itself. Time grows with the length of the text. */
export function fold(text: string, level: FoldLevel): Folded {
  let folded = foldOnce(text, level);
  // A dropped mark may let two others compose, so the pass runs until nothing changes: twice for nearly all texts.
  for (;;) {
    const again = foldOnce(folded.text, level);
    if (again.text === folded.text) return folded;
    folded = { text: again.text, map: again.map.map((at) => folded.map[at] ?? 0) };
  }
}

export const foldText = (text: string, level: FoldLevel): string => fold(text, level).text;

function foldOnce(text: string, level: FoldLevel): Folded {
  const { characters, origins } = dropWeightless(text);
  const foldCharacter = level === 'search' ? searchForm : verifyForm;
  const folded: string[] = [];
  const map: number[] = [];
  let next = 0;
  for (const [original] of characters.join('').matchAll(cluster)) {
    const first = next;
    const length = lengthInCodePoints(original);
    next += length;
    // Composed before the vowel signs are dropped: hamza and madda, when typed apart, are in their range.
    const composed =
      length > longestCluster ? original : original.normalize(level === 'search' ? 'NFKC' : 'NFC');
    let at = first;
    for (const character of composed) {
      // Where normalization changed a cluster, all of it maps to the cluster's first character.
      const origin = origins[composed === original ? at++ : first] ?? 0;
      for (const form of foldCharacter(character)) {
        folded.push(form);
        map.push(origin);
      }
    }
  }
  map.push(origins[next] ?? 0);
  return { text: folded.join(''), map };
}

/** What is left, and where each of it began; `origins` ends with the length of the text. */
function dropWeightless(text: string): { characters: string[]; origins: number[] } {
  const characters: string[] = [];
  const origins: number[] = [];
  let at = 0;
  for (const character of text) {
    if (!weightless.test(character)) {
      characters.push(character);
      origins.push(at);
    }
    at++;
  }
  origins.push(at);
  return { characters, origins };
}

function verifyForm(character: string): string {
  return harakat.test(character) ? '' : (unified.get(character) ?? character);
}

function searchForm(character: string): string {
  const form = verifyForm(character);
  return (merged.get(form) ?? form).toLowerCase();
}

function spread(characters: string, form: string): (readonly [string, string])[] {
  return Array.from(characters, (character) => [character, form] as const);
}
