/** Where Arabic ما denies: زار, ما زار. Elsewhere it is "what" and "which". */
import { foldText } from './fold.js';
import { foldedWords } from './folded-words.js';
import { placesIn, type Place } from './placed-words.js';

export interface Others {
  words: ReadonlySet<string>;
  /** Behind a ما that is written together with them. */
  attached: ReadonlySet<string>;
  neighbors: ReadonlySet<string>;
}
export function othersOf(text: string): Others {
  const words = placesIn(text).map(({ folded }) => folded);
  const denied = deniedIn(words);
  const attached = words.map((word) => attachedMa.exec(word)?.[2] ?? '');
  return {
    attached: new Set(attached.flatMap(formsOf)),
    words: new Set([
      ...words.flatMap((word) => [word, word.replace(/^[وف](?=.{3})/u, '')]),
      ...denied.map(({ verb }) => deniedAs(verb)),
    ]),
    neighbors: new Set([
      ...words.map((word, at) => `${word} ${words[at + 1] ?? ''}`),
      ...attached.map((verb, at) => `${words[at - 1] ?? ''} ${verb}`),
      ...denied.map(({ verb, before }) => `${before} ${deniedAs(verb)}`),
    ]),
  };
}

const attachedMa = /^([وف]?ما)(\p{L}{3,})$/u;

/** Also without the ش that spoken Arabic puts behind what it denies: ما وقعتش. */
const formsOf = (verb: string): string[] => [verb, ...(/.{3}ش$/u.test(verb) ? [verb.slice(0, -1)] : [])];

/** ماوقعت as ما and وقعت, where the other text has that word: many a word begins like this. */
export function withMaApart(place: Place, { words }: Others): Place[] {
  const [, ma = '', verb = ''] = attachedMa.exec(place.folded) ?? [];
  if (verb === '' || !deniedForms(verb).some((form) => words.has(form))) return [place];
  return [
    { ...place, folded: ma, after: ' ' },
    { ...place, folded: verb, before: ' ' },
  ];
}

const denials = foldedWords(['لم ولم فلم لا ولا فلا لن ولن']);

/** In the form that ما has beside it: ما زار and لم يزر deny one verb. */
const deniedIn = (words: readonly string[]): { verb: string; before: string }[] =>
  words.flatMap((word, at) => {
    const verb = denials.has(words[at - 1] ?? '') ? rootOf(word) : '';
    return verb.length > 1 ? [{ verb, before: words[at - 2] ?? '' }] : [];
  });

const deniedAs = (root: string): string => `لم ${root}`;

const deniedForms = (verb: string): string[] => [...formsOf(verb), deniedAs(rootOf(verb))];

/** What a verb keeps in every tense: زار and يزر → زر, وافقت and توافق → فق. */
const rootOf = (verb: string): string =>
  verb
    .replace(/^[يتن](?=.{2})/u, '')
    .replace(/(?<=.{2})(?:وا|ون|ت)$/u, '')
    .replace(/[اويءه]/gu, '');

/** The roots of verbs that a text denies, and of those beside ما. */
export const deniedRoots = (text: string): ReadonlySet<string> => {
  const words = placesIn(text).map(({ folded }) => folded);
  const beside = words.flatMap((word, at) => (/^[وف]?ما$/u.test(words[at - 1] ?? '') ? [rootOf(word)] : []));
  return new Set([...deniedIn(words).map(({ verb }) => verb), ...beside.filter((root) => root.length > 1)]);
};
export const hasRootIn = (roots: ReadonlySet<string>, word: string): boolean =>
  roots.has(rootOf(foldText(word, 'search')));

/** ما زال is "still", ما بين "between", ما أدى إلى "which led to", ما حقيقة "what is the truth of". */
const afterOtherMa = foldedWords([
  'زال زالت زالوا يزال تزال يزالون تزالون نزال انفك برح دام دامت داموا بين إذا لم لن لا عدا خلا قبل بعد إن أن هو هي هم',
  'حدث يحدث جرى يجري حصل يحصل قال قالت يقول تقول ورد جاء يلي يسمى تسمى يعرف تعرف يتعلق تعلق نشر نشرت يقارب يزيد يربو يعادل يكفي',
  'أدى أدت يؤدي تؤدي أسفر أسفرت يسفر تسبب تسببت يتسبب دفع يدفع جعل يجعل يعني يشير أثار يثير اضطر أوقع خلف سمح يسمح أتاح يتيح رفع يرفع يهدد يؤكد يمثل يشكل',
  'حقيقة صحة أسباب سبب قصة علاقة مصير موقف رأي دور أهمية معنى',
]);
/** What refers back to ما: ما وافقت عليه is "what it agreed to". */
const referringBack = foldedWords(['عليه به فيه منه عنه له إليه عليها بها فيها منها عنها لها إليها']);
const beforeClause = foldedWords(['أن إن بأن وأن وإن لأن لكن ولكن بل ثم أنه أنها إنه إنها']);

/**
 * ما denies a verb that the other text has without it: where a sentence begins, or between two words that stand side by
 * side there. After a comma it is "which".
 */
export function isDenyingMa(places: readonly Place[], at: number, others: Others): boolean {
  const { words, attached, neighbors } = others;
  const [last, ma, next, second] = [places[at - 1], places[at], places[at + 1], places[at + 2]];
  if (!ma || !next || !/^\s+$/u.test(next.before)) return false;
  const forms = formsOf(next.folded);
  const inOther = deniedForms(next.folded).filter((one) => words.has(one) || attached.has(one));
  if (inOther.length === 0) return false;
  if (
    forms.some((form) => afterOtherMa.has(form)) ||
    next.folded.endsWith('ه') ||
    referringBack.has(second?.folded ?? '')
  )
    return false;
  // "What worries us is": ما يقلقنا هو.
  if (places.slice(at + 2, at + 6).some(({ folded }) => folded === 'هو' || folded === 'هي')) return false;
  if (!last || /[.!:;؛"«“”\n]/u.test(ma.before) || beforeClause.has(last.folded)) return true;
  // وما خلفت من دمار is "and the ruins it left".
  if (ma.folded !== 'ما') return second?.folded !== 'من';
  return inOther.some((one) => neighbors.has(`${last.folded} ${one}`));
}
