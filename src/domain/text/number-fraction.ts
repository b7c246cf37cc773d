/** Parts of a whole as numbers: 1/2, 2/3, "one in five"; of a million they are whole. */
import { foldedWords } from './folded-words.js';
import { countedWords } from './counted-things.js';
import { readAmount, scaleAt, type Amount } from './number-amount.js';
import { afterHyphen, isDigits, textAt, type Tokens } from './number-tokens.js';
import { numberWords, type NumberWord } from './number-words.js';

interface Part {
  over: number;
  under: number;
  next: number;
}

/** نصف السكان, "a third of", "three quarters", ½, "one in five"; but for the last, of a million it is a number. */
export function readFraction(tokens: Tokens, at: number): Amount | undefined {
  const share = readShare(tokens, at);
  if (share) return asWritten(share);
  const found = readSign(tokens, at) ?? readParts(tokens, at) ?? readSinglePart(tokens, at);
  if (!found) return undefined;
  const { over, under, next: after } = found;
  let next = after;
  while (['of', 'a', 'an', '-'].includes(textAt(tokens, next)) && next < after + 4) next++;
  const scale = scaleAt(tokens, next, false);
  return scale ? { ...scale, value: (over / under) * scale.scale } : asWritten(found);
}

function asWritten({ over, under, next }: Part): Amount {
  const common = gcd(over, under);
  return {
    value: over / under,
    scale: 1,
    next,
    shown: `${String(over / common)}/${String(under / common)}`,
  };
}

const gcd = (one: number, other: number): number => (other === 0 ? one : gcd(other, one % other));

/** ½, folded: 1⁄2. */
function readSign(tokens: Tokens, at: number): Part | undefined {
  if (textAt(tokens, at + 1) !== '\u2044' || !isDigits(tokens, at) || !isDigits(tokens, at + 2))
    return undefined;
  return partOfWhole(smallAt(tokens, at), smallAt(tokens, at + 2), at + 3);
}

const partOfWhole = (over: number, under: number, next: number): Part | undefined =>
  over >= 1 && over < under ? { over, under, next } : undefined;

/** A whole number of at most three digits, or one word; NaN for anything else. */
function smallAt(tokens: Tokens, at: number): number {
  if (isDigits(tokens, at)) return Number(/^(\d{1,3})[.,]*$/.exec(textAt(tokens, at))?.[1]);
  const { word } = tokens[at] ?? {};
  return word && ['count', 'inCompound', 'hundred'].includes(word.kind) ? word.value : Number.NaN;
}

const times = foldedWords([
  'day days week weeks month months year years hour hours minute minutes decades',
  'يوم أيام أسبوع أسابيع شهر أشهر سنة سنوات عام أعوام ساعة ساعات دقيقة دقائق',
]);

/** "one in five thousand", "3 out of 10", واحد من كل خمسة, طفل من كل مئة ألف; "three in five days" is none. */
function readShare(tokens: Tokens, at: number): Part | undefined {
  const joint = [1, 2, 3].map((place) => textAt(tokens, at + place)).join(' ');
  const isOut = joint.startsWith('out of ');
  if (!isOut && !joint.startsWith('in ') && !joint.startsWith('من كل ')) {
    if (!joint.startsWith('كل ') || textAt(tokens, at) !== 'من') return undefined;
    return shareOf(tokens, 1, at + 2);
  }
  const over = smallAt(tokens, at);
  if (joint.startsWith('من كل ')) return shareOf(tokens, over, at + 3);
  const start = at + (isOut ? 3 : 2);
  const under = ['every', 'each'].includes(textAt(tokens, start)) ? start + 1 : start;
  if (!isOut && isYear(tokens, under)) return undefined;
  const share = shareOf(tokens, over, under);
  return share && (isOut || over === 1 || share.under % 10 === 0) ? share : undefined;
}

function shareOf(tokens: Tokens, over: number, at: number): Part | undefined {
  const under = wholeAt(tokens, at);
  if (!under) return undefined;
  const behind = tokens[afterHyphen(tokens, under.next)];
  const isOfTime = times.has(behind?.text ?? '');
  return isOfTime || goesOn(behind?.word) ? undefined : partOfWhole(over, under.value, under.next);
}

/** "twenty-five", "3 million", عشرة آلاف, and "every hundred", "every thousand"; not 2.5. */
function wholeAt(tokens: Tokens, at: number): { value: number; next: number } | undefined {
  const { word } = tokens[at] ?? {};
  const isScale = word?.alone && ['hundred', 'scale'].includes(word.kind);
  const found = readAmount(tokens, at, false) ?? (isScale ? { value: word.value, next: at + 1 } : undefined);
  return found && !('shown' in found) && Number.isSafeInteger(found.value) ? found : undefined;
}

/** A number that does not end before such a word was not read whole: "one in two thirds". */
const goesOn = (word: NumberWord | undefined): boolean =>
  word !== undefined && !word.and && ['hundred', 'scale', 'dual', 'fraction', 'parts'].includes(word.kind);

/** Of 1850, not of 1000 nor of "1500 people". */
const isYear = (tokens: Tokens, at: number): boolean =>
  /^1(?!000)\d{3}[.,]*$/.test(textAt(tokens, at)) && !countedWords.has(textAt(tokens, at + 1));

/** "one third", "two-thirds", ثلاثة أرباع, خمسا السكان. */
function readParts(tokens: Tokens, at: number): Part | undefined {
  const before = tokens[at]?.word;
  if (before?.kind === 'ordinal') return undefined;
  const count = isDigits(tokens, at) ? Number(textAt(tokens, at)) : before?.value;
  const place = afterHyphen(tokens, at + 1);
  const word = tokens[place]?.word;
  if (count === 1 && !word?.isArabic) {
    const part = partOf(tokens, place);
    return part && { ...part, next: place + 1 };
  }
  if (word?.kind !== 'parts' || count === undefined) return undefined;
  // Two quarters are half a year more often than half of anything.
  if (word.value < 5 ? count !== word.value - 1 : !(count > 1 && count < word.value)) return undefined;
  return { over: count, under: word.value, next: place + 1 };
}

const englishParts: ReadonlyMap<string, number> = new Map(
  'third fourth fifth sixth seventh eighth ninth tenth'.split(' ').map((name, at) => [name, at + 3]),
);
/** خُمس is written as خمس: "five" is no part of what has the article. */
const arabicParts = /^[وبلفك]?(?:خمس|سبع|تسع|عشر)$/u;

/** "third" is an ordinal elsewhere. */
function partOf(tokens: Tokens, at: number): { over: number; under: number } | undefined {
  const { word, text = '' } = tokens[at] ?? {};
  const under = englishParts.get(text);
  if (under !== undefined) return { over: 1, under };
  if (word?.kind === 'count' && arabicParts.test(text) && isOfWhole(tokens, at + 1))
    return { over: 1, under: word.value };
  if (word?.kind !== 'fraction') return undefined;
  return word.value === 2 / 3 ? { over: 2, under: 3 } : { over: 1, under: Math.round(1 / word.value) };
}

const isOfWhole = (tokens: Tokens, at: number): boolean =>
  /^ال\p{L}{3}/u.test(textAt(tokens, at)) && tokens[at]?.word === undefined;

function readSinglePart(tokens: Tokens, at: number): Part | undefined {
  const part = partOf(tokens, at);
  if (part === undefined) return undefined;
  const isPart = tokens[at]?.word?.isArabic ? isArabicPart(tokens, at) : isEnglishPart(tokens, at);
  return isPart ? { ...part, next: at + 1 } : undefined;
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
  if (englishParts.has(text)) return /^an?$/.test(before) && after === 'of';
  if (numberWords.get(before)?.kind === 'ordinal' || /^(?:last|other|latter|better)$/.test(before))
    return false;
  return text === 'half' || before === 'a' || after === 'of';
}
