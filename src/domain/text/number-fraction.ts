/** Halves, thirds and quarters as numbers: 1/2, 2/3; of a million they are whole. */
import { scaleAt, type Amount } from './number-amount.js';
import { afterHyphen, isDigits, textAt, type Tokens } from './number-tokens.js';
import { numberWords } from './number-words.js';

/** A part of a whole: نصف السكان, "a third of", "three quarters"; of a million it is a number. */
export function readFraction(tokens: Tokens, at: number): Amount | undefined {
  const found = readParts(tokens, at) ?? readSinglePart(tokens, at);
  if (!found) return undefined;
  let next = found.next;
  while (['of', 'a', 'an', '-'].includes(textAt(tokens, next)) && next < found.next + 4) next++;
  const scale = scaleAt(tokens, next, false);
  if (scale) return { ...scale, value: found.value * scale.scale };
  const of = found.value * 4 === Math.round(found.value * 4) ? 4 : 3;
  const shown = found.value === 1 / 2 ? '1/2' : `${String(Math.round(found.value * of))}/${String(of)}`;
  return { value: found.value, scale: 1, next: found.next, shown };
}

/** "one third", "two-thirds", ثلاثة أرباع. */
function readParts(tokens: Tokens, at: number): { value: number; next: number } | undefined {
  const before = tokens[at]?.word;
  if (before?.kind === 'ordinal') return undefined;
  const count = isDigits(tokens, at) ? Number(textAt(tokens, at)) : before?.value;
  const place = afterHyphen(tokens, at + 1);
  const word = tokens[place]?.word;
  if (count === 1 && !word?.isArabic) {
    const value = partOf(tokens, place);
    return value === undefined ? undefined : { value, next: place + 1 };
  }
  if (word?.kind !== 'parts' || count !== word.value - 1) return undefined;
  return { value: count / word.value, next: place + 1 };
}

/** "third" is an ordinal elsewhere. */
function partOf(tokens: Tokens, at: number): number | undefined {
  const { word, text } = tokens[at] ?? {};
  if (text === 'third') return 1 / 3;
  return word?.kind === 'fraction' ? word.value : undefined;
}

function readSinglePart(tokens: Tokens, at: number): { value: number; next: number } | undefined {
  const value = partOf(tokens, at);
  if (value === undefined) return undefined;
  const isPart = tokens[at]?.word?.isArabic ? isArabicPart(tokens, at) : isEnglishPart(tokens, at);
  return isPart ? { value, next: at + 1 } : undefined;
}

/** Neither of a year (النصف الأول, ربع سنوي) nor a stage of a cup (ربع نهائي), nor more than a whole (سنة ونصف). */
function isArabicPart(tokens: Tokens, at: number): boolean {
  const after = textAt(tokens, at + 1);
  if (tokens[at]?.word?.and && (!after.startsWith('ال') || after === `ال${textAt(tokens, at - 1)}`))
    return false;
  return !/^(?:ال)?(?:اول|ثاني|ثالث|رابع|اخير|اخر|نهاي|سنوي|خالي)/u.test(after);
}

/** Nor "the second half", "a year and a half", "half-brother", "a third term", "a quarter-final". */
function isEnglishPart(tokens: Tokens, at: number): boolean {
  const text = textAt(tokens, at);
  const [before, after] = [textAt(tokens, at - 1), textAt(tokens, at + 1)];
  const hyphen = afterHyphen(tokens, at + 1);
  if (hyphen > at + 1 && tokens[hyphen]?.word === undefined && textAt(tokens, hyphen) !== 'a') return false;
  if (before === 'a' && textAt(tokens, at - 2) === 'and' && after !== 'of') return false;
  if (text === 'third') return before === 'a' && (after === 'of' || !/^\p{L}/u.test(after));
  if (numberWords.get(before)?.kind === 'ordinal' || /^(?:last|other|latter|better)$/.test(before))
    return false;
  return text === 'half' || before === 'a' || after === 'of';
}
