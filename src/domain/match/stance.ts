/** PURE: whether two texts that are alike say the same, and which words make one doubt it. Never which of them is right. */
import { oppositeWords, turningWords } from '../text/turning-words.js';

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

interface Texts {
  here: string;
  there: string;
  /** Keys of their telling words, in order. */
  keysHere: readonly string[];
  keysThere: readonly string[];
  /** Of their dates, those that may as well be numbers. */
  maybeNumbersHere: readonly string[];
  maybeNumbersThere: readonly string[];
}

export function judgeStance(compared: Compared, texts: Texts): { cautions: Caution[]; stance: Stance } {
  const cautions = cautionsOf(compared, texts);
  return { cautions, stance: stanceOf(compared, cautions) };
}

function cautionsOf({ sameText, onlyHere, onlyThere }: Compared, texts: Texts): Caution[] {
  if (sameText) return [];
  const differing = (['numbers', 'dates', 'names'] as const).flatMap((what): Caution[] => {
    const only = { here: onlyHere[what], there: onlyThere[what] };
    const { here, there } = what === 'numbers' ? withYears(only, { onlyHere, onlyThere }, texts) : only;
    return here.length > 0 && there.length > 0 ? [{ kind: `${what}_differ`, here, there }] : [];
  });
  const turns = {
    here: turningWords(texts.here, texts.there),
    there: turningWords(texts.there, texts.here),
  };
  const opposed = oppositeWords(onlyHere.words, onlyThere.words);
  const order = exchanged(texts);
  return [
    ...differing,
    ...(turns.here.length === turns.there.length ? [] : [{ kind: 'stance_may_differ' as const, ...turns }]),
    ...(opposed.here.length === 0 ? [] : [{ kind: 'opposite_words' as const, ...opposed }]),
    ...(order ? [{ kind: 'order_differs' as const, ...order }] : []),
  ];
}

/** What was taken for a year stands for a number where the other text has one that is found nowhere: 2000 beside 12,000 soldiers. */
function withYears(
  { here, there }: Pick<Caution, 'here' | 'there'>,
  { onlyHere, onlyThere }: Pick<Compared, 'onlyHere' | 'onlyThere'>,
  { maybeNumbersHere, maybeNumbersThere }: Texts,
): Pick<Caution, 'here' | 'there'> {
  if (here.length === 0 && there.length > 0)
    return { here: onlyHere.dates.filter((date) => maybeNumbersHere.includes(date)), there };
  if (there.length === 0 && here.length > 0)
    return { here, there: onlyThere.dates.filter((date) => maybeNumbersThere.includes(date)) };
  return { here, there };
}

/** The same words in another order: who did it to whom may be the other way round. */
function exchanged({ keysHere, keysThere }: Texts): { here: string[]; there: string[] } | undefined {
  if (keysHere.length < 3 || keysHere.length !== keysThere.length) return undefined;
  if (keysHere.toSorted().join(' ') !== keysThere.toSorted().join(' ')) return undefined;
  const at = keysHere.flatMap((key, place) => (key === keysThere[place] ? [] : [place]));
  if (at.length === 0) return undefined;
  return { here: at.map((place) => keysHere[place] ?? ''), there: at.map((place) => keysThere[place] ?? '') };
}

/** Of the shorter text so much is in the other that they speak of one thing. */
const commonPart = 0.5;
/** So much of both that they say one thing, where nothing speaks against it. */
const samePart = 0.7;

function stanceOf({ sameText, shared, onlyHere, onlyThere }: Compared, cautions: readonly Caution[]): Stance {
  if (sameText) return 'repeats';
  const [common, here, there] = [shared, onlyHere, onlyThere].map(({ words }) => words.length);
  const fewest = (common ?? 0) + Math.min(here ?? 0, there ?? 0);
  const most = (common ?? 0) + Math.max(here ?? 0, there ?? 0);
  const turns = cautions.some(({ kind }) => kind === 'stance_may_differ' || kind === 'opposite_words');
  if (turns) return (common ?? 0) >= commonPart * fewest && fewest > 0 ? 'contradicts' : 'unsure';
  return cautions.length === 0 && most > 0 && (common ?? 0) >= samePart * most ? 'repeats' : 'unsure';
}
