import { foldText } from '../../src/domain/text/fold.js';
import type { Random } from './random.js';
import { actions, months, places, things, type Language } from './words.js';

/** A statement in one language, and the same folded as claims are looked for. */
interface Statement {
  text: string;
  folded: string;
  /** EDTF. */
  date: string;
}

/** "the vessel carried 4120 tonnes of wheat at the port of Aqaba on 14 March 2024" */
export function makeStatement(random: Random, language: Language): Statement {
  const day = 1 + random.below(28);
  const month = random.below(12);
  const year = 2015 + random.below(10);
  const number = String(2 + random.below(9_998));
  const parts = [
    random.pick(actions)[language],
    number,
    random.pick(things)[language],
    random.pick(places)[language],
    language === 'ar' ? 'يوم' : 'on',
    String(day),
    months[month]?.[language] ?? '',
    String(year),
  ];
  const date = [String(year), String(month + 1).padStart(2, '0'), String(day).padStart(2, '0')].join('-');
  return { text: parts.join(' '), folded: parts.map(foldOnce).join(' '), date };
}

const known = new Map<string, string>();

/**
 * The product's own folding. It looks at one character and its marks at a time and none of the parts begins
 * with a mark, so parts folded one by one are the whole folded; a million of them from a few hundred parts.
 */
function foldOnce(part: string): string {
  let folded = known.get(part);
  if (folded === undefined) known.set(part, (folded = foldText(part, 'search')));
  return folded;
}
