/** PURE: whether two texts that are alike say the same, and which words make one doubt it. Never which of them is right. */
import { foldText } from '../text/fold.js';
import { oppositeWords, turningWords } from '../text/turning-words.js';
import type { Word } from '../text/match-words.js';
import { differingNumbers, type TextsCounted } from './differing-quantities.js';
import { exchangedWords, isOfQuantity, type Sides } from './exchanged-words.js';

export interface Found {
  numbers: string[];
  dates: string[];
  names: string[];
  words: string[];
}

export interface Compared {
  /** Nothing but writing differs. */
  sameText: boolean;
  shared: Found;
  /** In the text that was asked about and not in the other; and the other way round. */
  onlyHere: Found;
  onlyThere: Found;
}

/** What to look at before taking two texts for one claim. */
export const cautionKinds = [
  'numbers_differ',
  'dates_differ',
  'names_differ',
  'stance_may_differ',
  'opposite_words',
  'words_exchanged',
  'order_differs',
] as const;
export type CautionKind = (typeof cautionKinds)[number];

export interface Caution {
  kind: CautionKind;
  /** What causes it in the text that was asked about, and in the other. */
  here: string[];
  there: string[];
}

export const stances = ['repeats', 'contradicts', 'unsure'] as const;
export type Stance = (typeof stances)[number];

interface Texts extends TextsCounted {
  here: string;
  there: string;
  /** Their telling words, in order. */
  wordsHere: readonly Word[];
  wordsThere: readonly Word[];
  datesHere: readonly string[];
  datesThere: readonly string[];
}

export function judgeStance(compared: Compared, texts: Texts): { cautions: Caution[]; stance: Stance } {
  if (compared.sameText) return { cautions: [], stance: 'repeats' };
  const numbers = differingNumbers(compared, texts);
  const turns = {
    here: turningWords(texts.here, texts.there),
    there: turningWords(texts.there, texts.here),
  };
  const only = { here: compared.onlyHere.words, there: compared.onlyThere.words };
  const opposed = oppositeWords(only.here, only.there);
  const named = [turns, opposed].flatMap(({ here, there }) => [...here, ...there]);
  const exchanged = exchangedWords(only, named, texts);
  const order = reordered(texts);
  const cautions: Caution[] = [
    ...quantitiesDiffer(compared, numbers),
    ...(turns.here.length === turns.there.length ? [] : [{ kind: 'stance_may_differ' as const, ...turns }]),
    ...(opposed.here.length === 0 ? [] : [{ kind: 'opposite_words' as const, ...opposed }]),
    ...(exchanged && isTelling(exchanged, compared, texts)
      ? [{ kind: 'words_exchanged' as const, ...exchanged }]
      : []),
    ...(order ? [{ kind: 'order_differs' as const, ...order }] : []),
  ];
  const stance = stanceOf(compared, cautions);
  // A number that only one of them has says more than the other.
  const isMore = exchanged !== undefined || numbers.here.length > 0 || numbers.there.length > 0;
  return { cautions, stance: stance === 'repeats' && isMore ? 'unsure' : stance };
}

const quantitiesDiffer = ({ onlyHere, onlyThere }: Compared, numbers: Sides): Caution[] =>
  (['numbers', 'dates', 'names'] as const).flatMap((what): Caution[] => {
    const { here, there } = what === 'numbers' ? numbers : { here: onlyHere[what], there: onlyThere[what] };
    return here.length > 0 && there.length > 0 ? [{ kind: `${what}_differ`, here, there }] : [];
  });

/** Exchanged words mean something only where nearly all else is the same, or in the same order: other texts just use other words. */
function isTelling({ here, there }: Sides, compared: Compared, { wordsHere, wordsThere }: Texts): boolean {
  const { common, fewest, most } = sharesOf(compared);
  if (common >= samePart * most) return true;
  const rest = (words: readonly Word[], without: readonly string[]): string =>
    words.flatMap(({ key, text }) => (without.includes(text) ? [] : [key])).join(' ');
  return common >= commonPart * fewest && common > 0 && rest(wordsHere, here) === rest(wordsThere, there);
}

/** The same words in another order: who did it to whom may be the other way round. */
function reordered({ wordsHere, wordsThere }: Texts): Sides | undefined {
  const [here, there] = [wordsHere, wordsThere].map((words) => words.map(({ key }) => key));
  if (!here || !there || here.length < 3 || here.length !== there.length) return undefined;
  if (here.toSorted().join(' ') !== there.toSorted().join(' ')) return undefined;
  const at = here.flatMap((key, place) => (key === there[place] ? [] : [place]));
  if (at.length === 0) return undefined;
  const shown = (words: readonly Word[]): string[] => at.map((place) => words[place]?.text ?? '');
  return { here: shown(wordsHere), there: shown(wordsThere) };
}

/** Of the shorter text so much is in the other that they speak of one thing. */
const commonPart = 0.5;
/** So much of both that they say one thing, where nothing speaks against it. */
const samePart = 0.7;

/** Where two texts share an amount or a date, the words of such that only one has are no difference: they say the same. */
function sharesOf({ shared, onlyHere, onlyThere }: Compared) {
  const saysSame = shared.numbers.length > 0 || shared.dates.length > 0;
  const others = ({ words, dates }: Found): number =>
    words.filter((word) => !saysSame || !isOfQuantity(foldText(word, 'search'), [...dates, ...shared.dates]))
      .length;
  const [common, here, there] = [shared.words.length, others(onlyHere), others(onlyThere)];
  return { common, fewest: common + Math.min(here, there), most: common + Math.max(here, there) };
}

function stanceOf(compared: Compared, cautions: readonly Caution[]): Stance {
  const { common, fewest, most } = sharesOf(compared);
  const turns = cautions.some(({ kind }) => kind === 'stance_may_differ' || kind === 'opposite_words');
  if (turns) return common >= commonPart * fewest && fewest > 0 ? 'contradicts' : 'unsure';
  return cautions.length === 0 && most > 0 && common >= samePart * most ? 'repeats' : 'unsure';
}
