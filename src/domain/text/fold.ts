/**
 * Folding: making texts equal that differ only in how they were typed. A folded text is for comparing and
 * looking up and is never shown; its map leads back to the original.
 *
 * - `verify` is for quotes and exact duplicates: only what carries no meaning is dropped or unified.
 * - `search` is for finding: it also merges letters that readers tell apart (على and علي).
 */
import { latinDigit } from './latin-digits.js';

export type FoldLevel = 'verify' | 'search';

/** Offsets are code points, 0-based. */
export interface Folded {
  text: string;
  /** `map[i]` is where folded code point `i` begins in the original; one more entry holds the original's length. */
  map: number[];
}

/** Bidirectional controls, zero-width characters and the soft hyphen: nobody sees them. */
export const unseen = /[\u00AD\u061C\u200B-\u200F\u202A-\u202E\u2060-\u2069\uFEFF]/u;
/** They and tatweel weigh nothing wherever they stand. */
export const weightless = new RegExp(`${unseen.source}|\\u0640`, 'u');
/** However wide it is, and whether a line ends at it; several are one. */
const blank = /[\s\u0085]/u;
/** Letters in the form they have at one place of a word, and ligatures, as old files and PDF hold them. */
const presentationForms = /[\uFB00-\uFB06\uFB50-\uFDFF\uFE70-\uFEFC]/gu;
/** Arabic vowel signs, Koranic marks, superscript alef. */
const harakat = /[\u0610-\u061A\u064B-\u065F\u0670\u06D6-\u06ED]/u;
/**
 * Sorting the marks of one character takes time that grows with their square, so a longer cluster, which no
 * language writes (Unicode Standard Annex 15, stream-safe text, draws the line there too), stays as it is.
 */
const longestCluster = 31;

/** Signs that are typed for an apostrophe, and letters that look like one. */
export const apostrophes = '`´ʹʻʼʽ′＇';

const unified: ReadonlyMap<string, string> = new Map([
  ...spread('«»“”„‟〝〞＂', '"'),
  ...spread('‘’‚‛‹›', "'"),
  ...spread(apostrophes, "'"),
  ...spread('،', ','),
  ...spread('؛', ';'),
  ...spread('؟', '?'),
  ...spread('٪％﹪', '%'),
  ...spread('٫', '.'),
  ...spread('٬', ','),
]);

const merged: ReadonlyMap<string, string> = new Map([
  ...spread('أإآٱ', 'ا'),
  ...spread('ىیېۍےۓ', 'ي'),
  ...spread('ةہھەۀۂۃ', 'ه'),
  ...spread('ؤ', 'و'),
  // Sounds that Arabic has no letter for are written with one that has more dots, or with its like: فيروس, ڤيروس.
  ...spread('کگڭڪ', 'ك'),
  ...spread('ڤڥ', 'ف'),
  ...spread('پ', 'ب'),
  ...spread('چ', 'ج'),
  ...spread('ڨ', 'ق'),
]);

/** Idempotent: a folded text folds to itself. Time grows with the length of the text. */
export function fold(text: string, level: FoldLevel): Folded {
  let folded = foldOnce(text, level);
  // A dropped mark may let two others compose, so the pass runs until nothing changes; without marks nothing does.
  while (/\p{M}/u.test(folded.text)) {
    const again = foldOnce(folded.text, level);
    if (again.text === folded.text) break;
    folded = { text: again.text, map: again.map.map((at) => folded.map[at] ?? 0) };
  }
  return folded;
}

export const foldText = (text: string, level: FoldLevel): string => fold(text, level).text;

/** A character and the marks on it: what Unicode normalization may reorder or compose. */
interface Cluster {
  characters: string[];
  /** Where each of them stands in the text. */
  origins: number[];
}

function foldOnce(text: string, level: FoldLevel): Folded {
  const folded: string[] = [];
  const map: number[] = [];
  const push = (form: string, origin: number): void => {
    if (form === ' ' && folded.at(-1) === ' ') return;
    folded.push(form);
    map.push(origin);
  };
  const pushCluster = ({ characters, origins }: Cluster): void => {
    const [first = '', ...marks] = characters;
    const origin = origins[0] ?? 0;
    if (marks.length === 0) {
      for (const form of traitsOf(first, level).forms) push(form, origin);
      return;
    }
    const original = characters.join('');
    // Composed before the vowel signs are dropped: hamza and madda, when typed apart, are in their range.
    const composed = characters.length > longestCluster ? original : normalize(original, level);
    let at = 0;
    for (const character of composed) {
      // Where normalization changed a cluster, all of it maps to the cluster's first character.
      const from = composed === original ? (origins[at++] ?? origin) : origin;
      for (const form of foldCharacter(character, level)) push(form, from);
    }
  };
  let cluster: Cluster = { characters: [], origins: [] };
  let at = 0;
  for (const character of text) {
    const { weightless: isDropped, mark } = traitsOf(character, level);
    if (!isDropped) {
      if (!mark && cluster.characters.length > 0) {
        pushCluster(cluster);
        cluster = { characters: [], origins: [] };
      }
      cluster.characters.push(character);
      cluster.origins.push(at);
    }
    at++;
  }
  if (cluster.characters.length > 0) pushCluster(cluster);
  if (level === 'search') seatHamzas(folded, map);
  map.push(at);
  return { text: folded.join(''), map };
}

/**
 * One hamza has several seats: شؤون, شئون and رءوس, رؤوس; شيء, شئ and سيئ, سيء. Before و it is as و, before ي as ي, and
 * behind ي at the end of a word it is not told apart. Backwards, because its seat follows from what it is before.
 */
function seatHamzas(folded: string[], map: number[]): void {
  let after = '';
  for (let at = folded.length - 1; at >= 0; at--) {
    const letter = folded[at] ?? '';
    if (letter === 'ئ' || letter === 'ء') folded[at] = seatOf(letter, folded[at - 1], after);
    if (folded[at] !== '') after = folded[at] ?? '';
  }
  leaveOutEmpty(folded, map);
}

function seatOf(letter: string, before = '', after: string): string {
  if (/[يئ]/u.test(before) && !/\p{L}/u.test(after)) return '';
  if (after === 'و' || after === 'ي') return after;
  return letter === 'ئ' ? 'ي' : letter;
}

function leaveOutEmpty(folded: string[], map: number[]): void {
  let kept = 0;
  for (const [at, letter] of folded.entries()) {
    if (letter === '') continue;
    folded[kept] = letter;
    map[kept] = map[at] ?? 0;
    kept++;
  }
  folded.length = kept;
  map.length = kept;
}

interface Traits {
  weightless: boolean;
  mark: boolean;
  /** What it becomes where no mark is on it. */
  forms: readonly string[];
}

/** Told once for each character of the Basic Multilingual Plane: nearly all of any text is a few dozen of them. */
const known: Readonly<Record<FoldLevel, Map<string, Traits>>> = { verify: new Map(), search: new Map() };

function traitsOf(character: string, level: FoldLevel): Traits {
  const before = known[level].get(character);
  if (before) return before;
  const traits = {
    weightless: weightless.test(character),
    mark: /\p{M}/u.test(character),
    forms: Array.from(normalize(character, level)).flatMap((one) => Array.from(foldCharacter(one, level))),
  };
  if (character.length === 1) known[level].set(character, traits);
  return traits;
}

/** Acute accents: they would become a blank with an accent. */
const normalize = (given: string, level: FoldLevel): string => {
  const text = given.replace(/[\u00B4\u1FFD]/gu, "'");
  return level === 'search'
    ? text.normalize('NFKC')
    : text.normalize('NFC').replace(presentationForms, (form) => form.normalize('NFKC'));
};

const foldCharacter = (character: string, level: FoldLevel): string =>
  level === 'search' ? searchForm(character) : verifyForm(character);

function verifyForm(character: string): string {
  // A presentation form may open into a tatweel.
  if (harakat.test(character) || weightless.test(character)) return '';
  if (blank.test(character)) return ' ';
  return unified.get(character) ?? (/\p{Nd}/u.test(character) ? latinDigit(character) : character);
}

function searchForm(character: string): string {
  const form = verifyForm(character);
  return (merged.get(form) ?? form).toLowerCase();
}

function spread(characters: string, form: string): (readonly [string, string])[] {
  return Array.from(characters, (character) => [character, form] as const);
}
