/** The language a text is written in, by its script, and within a script by letters and small words that tell. */
import { canonicalLanguage } from './language-tag.js';
import { countWords, mostLettersIn, proseOf, scriptOf, type Script } from './script-of.js';

/** Undetermined (BCP 47). */
export const undetermined = 'und';

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
  const prose = proseOf(text);
  const script = scriptOf(prose);
  if (script === undefined) return undetermined;
  if (script === 'Latn') return byWords(prose, script) ?? undetermined;
  // One foreign letter in a name (پوتين) makes no Persian of an Arabic sentence.
  const told = script === 'Arab' ? byWords(prose, script) : undefined;
  if (told !== undefined) return told;
  const match = telling.find(([of, , letters]) => of === script && letters.test(prose));
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
  const words: string[] = text.toLowerCase().match(/[\p{L}\p{M}]+/gu) ?? [];
  return Object.entries(smallWords[script] ?? {})
    .map(([language, small]) => [language, words.filter((word) => small.has(word)).length] as const)
    .toSorted(([, a], [, b]) => b - a);
}

/** Whether a text is in letters that a language is written in, names in others aside; true where that cannot be told. */
export function isInScriptOf(language: string, text: string): boolean {
  const prose = proseOf(text);
  const own = canonicalLanguage(language);
  const possible = [mostLettersIn(prose), scriptOf(prose)].filter((script) => script !== undefined);
  return own === undefined || possible.length === 0 || possible.some((script) => writes(own, script));
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
 * language than of any other, that of the text among them. Otherwise that of the text, whose words names in Latin may outweigh.
 */
export function languageOfQuote(quote: string, article: string): string {
  const prose = proseOf(quote);
  const script = mostLettersIn(prose);
  const own = canonicalLanguage(article);
  if (script === undefined || own === undefined) return article;
  const written = writes(own, script) ? script : hostOfNames(prose, script, own);
  return written === undefined ? languageOf(quote) : (surelyOther(prose, written, own) ?? article);
}

/** The script of the text, where the quote has words in it and no sentence in another beside them. */
function hostOfNames(prose: string, most: Script, own: string): Script | undefined {
  const counts = countWords(prose);
  const host = [...counts.keys()].find((script) => script !== 'Latn' && writes(own, script));
  if (host === undefined) return undefined;
  const [words, others] = [counts.get(host) ?? 0, counts.get(most) ?? 0];
  if (others <= words) return host;
  const isSentence = others > 2 * words && isSureOf(countSmallWords(prose, most));
  return most === 'Latn' && !isSentence ? host : undefined;
}

const isSureOf = ([first, second]: ReturnType<typeof countSmallWords>): boolean =>
  first !== undefined && first[1] - (second?.[1] ?? 0) >= certainty;

/** Undefined too where the small words of the text's language are not known: they could be any other's. */
function surelyOther(quote: string, script: Script, article: string): string | undefined {
  const { language } = new Intl.Locale(article);
  if (!Object.hasOwn(smallWords[script] ?? {}, language)) return undefined;
  const counts = countSmallWords(quote, script);
  const [first] = counts;
  return first && isSureOf(counts) && first[0] !== language ? first[0] : undefined;
}
