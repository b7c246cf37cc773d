/** PURE: numbers, dates and names of two texts that are not the same. */
import type { Counted } from '../text/quantities.js';
import type { Sides } from './exchanged-words.js';

interface Found {
  numbers: string[];
  dates: readonly string[];
}

export interface TextsCounted {
  /** Of their dates, those that may as well be numbers. */
  maybeNumbersHere: readonly string[];
  maybeNumbersThere: readonly string[];
  countedHere: Counted;
  countedThere: Counted;
}

/** The numbers that each text has for itself, once what the other says in another way is set beside them. */
export function differingNumbers(
  { onlyHere, onlyThere }: { onlyHere: Found; onlyThere: Found },
  texts: TextsCounted,
): Sides {
  const [here, there] = [onlyHere.numbers, onlyThere.numbers];
  if ((here.length === 0) === (there.length === 0)) return { here, there };
  const { maybeNumbersHere, maybeNumbersThere, countedHere, countedThere } = texts;
  if (here.length > 0)
    return besides(
      here,
      onlyThere.dates.filter((date) => maybeNumbersThere.includes(date)),
      isOneOfSeveral(countedHere, countedThere),
    );
  const turned = besides(
    there,
    onlyHere.dates.filter((date) => maybeNumbersHere.includes(date)),
    isOneOfSeveral(countedThere, countedHere),
  );
  return { here: turned.there, there: turned.here };
}

/**
 * What was taken for a year stands for a number where the other text has one that is found nowhere: 2000 beside 12,000 soldiers.
 * Where it has one for what is single here, that is 1: "two soldiers" and "a soldier".
 */
function besides(here: string[], years: string[], isSingle: boolean): Sides {
  if (years.length > 0 || !isSingle) return { here, there: years };
  const others = here.filter((number) => number !== '1');
  return { here: others, there: others.length === 0 ? [] : ['1'] };
}

const isOneOfSeveral = (some: Counted, other: Counted): boolean =>
  [...some.several].some((name) => other.single.has(name) && !other.several.has(name));
