/** The language a text is written in, by its script, and within a script by letters and small words that tell. */
import { canonicalLanguage } from './language-tag.js';

/** Undetermined (BCP 47). */
export const undetermined = 'und';

const scripts = {
  Arab: /\p{Script=Arabic}/gu,
  Latn: /\p{Script=Latin}/gu,
  Cyrl: /\p{Script=Cyrillic}/gu,
  Hebr: /\p{Script=Hebrew}/gu,
  Grek: /\p{Script=Greek}/gu,
  Deva: /\p{Script=Devanagari}/gu,
  Beng: /\p{Script=Bengali}/gu,
  Thai: /\p{Script=Thai}/gu,
  Geor: /\p{Script=Georgian}/gu,
  Armn: /\p{Script=Armenian}/gu,
  Kore: /\p{Script=Hangul}/gu,
  Jpan: /[\p{Script=Hiragana}\p{Script=Katakana}]/gu,
  Hans: /\p{Script=Han}/gu,
};
type Script = keyof typeof scripts;

/** Enough to tell by, and few enough to be counted at no cost. */
const mostUnits = 2000;

/** The script in which most letters are; Japanese is written in three. */
function scriptOf(text: string): Script | undefined {
  const start = text.slice(0, mostUnits);
  const counts = Object.entries(scripts).map(
    ([script, letters]) => [script as Script, start.match(letters)?.length ?? 0] as const,
  );
  const [most] = counts.filter(([, count]) => count > 0).toSorted(([, a], [, b]) => b - a);
  const hasKana = counts.some(([script, count]) => script === 'Jpan' && count > 0);
  return most?.[0] === 'Hans' && hasKana ? 'Jpan' : most?.[0];
}

/** Of scripts that one language writes nearly alone. */
const soleLanguages: Partial<Record<Script, string>> = {
  Hebr: 'he',
  Grek: 'el',
  Deva: 'hi',
  Beng: 'bn',
  Thai: 'th',
  Geor: 'ka',
  Armn: 'hy',
  Kore: 'ko',
  Jpan: 'ja',
  Hans: 'zh',
};

const telling: readonly (readonly [Script, string, RegExp])[] = [
  ['Arab', 'ur', /[ٹڈڑںےھہ]/u],
  ['Arab', 'fa', /[پچژگ]|(?<!\p{L})(?:است|برای|این|های)(?!\p{L})/u],
  ['Cyrl', 'uk', /[іїєґ]/iu],
  ['Cyrl', 'be', /ў/iu],
];

type Words = Readonly<Record<string, ReadonlySet<string>>>;

const setsOf = (lists: Readonly<Record<string, string>>): Words =>
  Object.fromEntries(Object.entries(lists).map(([language, words]) => [language, new Set(words.split(' '))]));

/** Words that nearly every sentence of the language has some of, and few of another; by script. */
const smallWords: Partial<Record<Script, Words>> = {
  Latn: setsOf({
    en: 'the and of is are was were that this with from have has not for it been will would',
    fr: 'le les des est dans une et du pas que qui sur pour ont été au aux ce cette',
    es: 'el los las que es una del por con para se su no como más fue han y',
    pt: 'os uma não que é para com em do da dos foi são mais por ao',
    de: 'der die das und ist nicht ein eine von mit den dem auf wurde hat sich für',
    it: 'il che di non è una per con gli della sono del più ha nel',
    nl: 'het een van niet dat zijn met voor aan wordt de en is',
    tr: 've bir bu için ile olarak da de değil olan daha',
    id: 'yang dan di dengan untuk dari tidak ini itu pada adalah',
    pl: 'nie jest się na że to przez dla od oraz i w z',
  }),
  Arab: setsOf({
    ar: 'في من على إلى الى أن إن عن مع هذا هذه ذلك التي الذي ما لا لم كان كانت قد وقد بعد بين أو',
    fa: 'است برای این های که از را در با شد شده می نیز اما آن',
    ur: 'ہے کے کی کا میں نے اور سے کو پر یہ نہیں کہ ہیں',
  }),
  Cyrl: setsOf({
    ru: 'и в не на что с по это как из был были его для от',
    uk: 'і в не на що з та це як із був були його для від',
    bg: 'и в не на че с от за да се са това които ще по',
    sr: 'и у не на да је са од за се су то који ће по',
  }),
};

/** A BCP 47 tag; `und` where it cannot be told. */
export function languageOf(text: string): string {
  const script = scriptOf(text);
  if (script === undefined) return undetermined;
  if (script === 'Latn') return byWords(text, script) ?? undetermined;
  // One foreign letter in a name (پوتين) makes no Persian of an Arabic sentence.
  const told = script === 'Arab' ? byWords(text, script) : undefined;
  if (told !== undefined) return told;
  const match = telling.find(([of, , letters]) => of === script && letters.test(text.slice(0, mostUnits)));
  if (match) return match[1];
  if (script === 'Arab') return 'ar';
  return script === 'Cyrl' ? 'ru' : (soleLanguages[script] ?? undetermined);
}

/** The language that a text has most small words of; undefined where two have as many. */
function byWords(text: string, script: Script): string | undefined {
  const [first, second] = countSmallWords(text, script);
  return first && first[1] > (second?.[1] ?? 0) ? first[0] : undefined;
}

/** How many small words of each language the text has; the language with the most of them first. */
function countSmallWords(text: string, script: Script): (readonly [language: string, count: number])[] {
  const words: string[] =
    text
      .slice(0, mostUnits)
      .toLowerCase()
      .match(/[\p{L}\p{M}]+/gu) ?? [];
  return Object.entries(smallWords[script] ?? {})
    .map(([language, small]) => [language, words.filter((word) => small.has(word)).length] as const)
    .toSorted(([, a], [, b]) => b - a);
}

/** Whether most letters of a text are those that a language is written in; true where that cannot be told. */
export function isInScriptOf(language: string, text: string): boolean {
  const script = scriptOf(text);
  const own = canonicalLanguage(language);
  return script === undefined || own === undefined || writes(own, script);
}

/** Whether a language, as a canonical tag, is written in that script; true where its script is not known. */
function writes(language: string, script: Script): boolean {
  const written = new Intl.Locale(language).maximize().script;
  const isMixed = written === 'Jpan' || written === 'Kore';
  return (
    written === undefined || written === script || (script === 'Hans' && (written === 'Hant' || isMixed))
  );
}

/** So many small words more than of any other language: a name or a title has fewer. */
const certainty = 3;

/**
 * The language of a quote from a text in another: its own where it is in another script, or has far more small words of another
 * language than of any other, that of the text among them. Otherwise that of the text.
 */
export function languageOfQuote(quote: string, article: string): string {
  const script = scriptOf(quote);
  const own = canonicalLanguage(article);
  if (script === undefined || own === undefined) return article;
  return writes(own, script) ? (surelyOther(quote, script, own) ?? article) : languageOf(quote);
}

/** Undefined too where the small words of the text's language are not known: they could be any other's. */
function surelyOther(quote: string, script: Script, article: string): string | undefined {
  const { language } = new Intl.Locale(article);
  if (!Object.hasOwn(smallWords[script] ?? {}, language)) return undefined;
  const [first, second] = countSmallWords(quote, script);
  const isSure = first !== undefined && first[1] - (second?.[1] ?? 0) >= certainty;
  return isSure && first[0] !== language ? first[0] : undefined;
}
