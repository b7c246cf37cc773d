/**
 * PURE: how alike two texts are, and in what. Likeness finds the topic, not the stance: two texts may be nearly
 * the same and say the opposite, so what differs is shown beside what is shared, and nothing is decided here.
 */
import { foldLine } from '../text/fold-line.js';
import { quantitiesOf, type Quantities } from '../text/quantities.js';
import { countedIn } from '../text/same-number.js';
import { judgeStance, type Caution, type Compared, type Found, type Stance } from './stance.js';
import { isSignificant, keysOf, withoutPreposition, wordsOf, type Word } from '../text/match-words.js';

/** A text made ready to be compared with many: all of it is told from the text folded, as it is stored. */
interface Prepared {
  folded: string;
  /** Keys of its telling words, in order. */
  words: string[];
  /** The same, also without a preposition written together with them. */
  keys: ReadonlySet<string>;
  trigrams: ReadonlySet<string>;
}

interface Why extends Compared {
  cautions: Caution[];
  stance: Stance;
}

export function prepare(text: string): Prepared {
  const folded = text.trim().replace(/\s+/gu, ' ');
  const words = keysOf(folded);
  return { folded, words, keys: withVariants(words), trigrams: trigramsOf(folded) };
}

const withVariants = (keys: readonly string[]): Set<string> =>
  new Set(keys.flatMap((key) => [key, withoutPreposition(key) ?? key]));

/** From 0 (nothing in common) to 1 (the same words), the same in either direction. */
export function likeness(here: Prepared, there: Prepared): number {
  if (here.folded === there.folded) return here.folded === '' ? 0 : 1;
  const mine = weigh(here, there);
  const theirs = weigh(there, here);
  const all = mine.all + theirs.all;
  if (all === 0) return 0;
  const overlap = (mine.shared + theirs.shared) / all;
  // A short text that lies wholly within a long one is about it; two words are within anything.
  const fewest = Math.min(here.words.length, there.words.length);
  const within = Math.max(part(mine), part(theirs)) * Math.min(1, fewest / wordsThatSaySomething);
  const score = 0.35 * overlap + 0.25 * within + 0.4 * dice(here.trigrams, there.trigrams);
  return Math.min(0.99, Math.round(score * 100) / 100);
}

const wordsThatSaySomething = 5;

/** Names are given by whoever knows them: as keys that are equal for one and the same, with the text of each. */
type Names = ReadonlyMap<string, string>;

/** A text as it stands, read for what it says rather than for how it is written. */
interface Read extends Quantities {
  words: Word[];
  keys: ReadonlySet<string>;
  names: Names;
  /** Whether 2000 is a year or a number, not every text says: it is in the one if it is in the other. */
  isCounted: (one: string) => boolean;
}

function read(text: string, names: Names): Read {
  const words = wordsOf(text).filter(isSignificant);
  const quantities = quantitiesOf(text);
  return {
    ...quantities,
    isCounted: countedIn(quantities),
    words,
    keys: withVariants(words.map(({ key }) => key)),
    names,
  };
}

/** What two texts have in common and what not; texts as they stand, not folded. */
export function explain(textHere: string, textThere: string, names: { here: Names; there: Names }): Why {
  const here = read(textHere, names.here);
  const there = read(textThere, names.there);
  const [onlyHere, onlyThere] = [missing(here, there), missing(there, here)];
  const compared = {
    sameText: foldLine(textHere) === foldLine(textThere),
    shared: {
      numbers: here.numbers.filter(there.isCounted),
      dates: here.dates.filter(there.isCounted),
      names: [...names.here].filter(([key]) => names.there.has(key)).map(([, name]) => name),
      words: distinct(here.words.filter(({ key }) => isIn(key, there))),
    },
    onlyHere,
    onlyThere,
  };
  const texts = {
    here: textHere,
    there: textThere,
    wordsHere: here.words,
    wordsThere: there.words,
    datesHere: here.dates,
    datesThere: there.dates,
    maybeNumbersHere: maybeNumbers(here, there),
    maybeNumbersThere: maybeNumbers(there, here),
    countedHere: here.counted,
    countedThere: there.counted,
  };
  return { ...compared, ...judgeStance(compared, texts) };
}

/** "In 2000 villages" is no year where the other text counts villages. */
const maybeNumbers = (from: Read, to: Read): string[] =>
  from.maybeNumbers
    .filter(({ thing }) => thing === undefined || to.things.has(thing))
    .map(({ year }) => year);

const missing = (from: Read, to: Read): Found => ({
  numbers: from.numbers.filter((one) => !to.isCounted(one)),
  dates: from.dates.filter((one) => !to.isCounted(one)),
  names: [...from.names].filter(([key]) => !to.names.has(key)).map(([, name]) => name),
  words: distinct(from.words.filter(({ key }) => !isIn(key, to))),
});

const isIn = (key: string, { keys }: { keys: ReadonlySet<string> }): boolean =>
  keys.has(key) || keys.has(withoutPreposition(key) ?? key);

/** Longer words are rarer ones, and tell more. */
const weightOf = (key: string): number => Math.min(key.length, 12);

function weigh(from: Prepared, to: Prepared): { all: number; shared: number } {
  const sum = (keys: readonly string[]): number => keys.reduce((total, key) => total + weightOf(key), 0);
  return { all: sum(from.words), shared: sum(from.words.filter((key) => isIn(key, to))) };
}

const part = ({ all, shared }: { all: number; shared: number }): number => (all === 0 ? 0 : shared / all);

function dice(one: ReadonlySet<string>, other: ReadonlySet<string>): number {
  const shared = [...one].filter((trigram) => other.has(trigram)).length;
  return one.size + other.size === 0 ? 0 : (2 * shared) / (one.size + other.size);
}

/** As pg_trgm makes them: of each word, with two blanks before it and one behind. */
function trigramsOf(folded: string): Set<string> {
  const words: string[] = folded.match(/[\p{L}\p{N}]+/gu) ?? [];
  return new Set(
    words.flatMap((word) => {
      const padded = `  ${word} `;
      return Array.from({ length: padded.length - 2 }, (_, at) => padded.slice(at, at + 3));
    }),
  );
}

const distinct = (words: readonly Word[]): string[] => [
  ...new Map(words.map(({ key, text }) => [key, text] as const)).values(),
];
