/** PURE: what the forms of a word have in common, so that a search for one of them finds the others. */
import { singularsOf } from './broken-plurals.js';

/** Of a long text only its beginning counts, and of a long word. */
const longestText = 8_000;
const beginnings = /(?<![\p{L}\p{M}\p{N}])[\p{L}\p{M}\p{N}]{2,24}/gu;
const mostWords = 400;

/**
 * Of the words of a folded text: an Arabic one without what is written together with it and without its long vowels
 * ("bones": صاروخ, صواريخ, والصاروخية → صرخ), غ and ق as ج; an English one without its ending and with each letter once.
 */
export function wordForms(folded: string): string[] {
  const words = [...new Set(folded.slice(0, longestText).match(beginnings))].slice(0, mostWords);
  const stems = words.flatMap(stemsOf).filter((stem) => stem.length > 1);
  return [...new Set(stems.map(formOf))];
}

function stemsOf(word: string): string[] {
  const stem = word.replace(/^و?(?:[بفك]?ال|لل)(?=.{3})|^و(?=.{4})/u, '');
  if (/^[a-z]{4}/.test(stem)) return [stem, stem.replace(/(?:ied|ies|ying|ing|ed|es|ly|s|y|e)$/, '')];
  const bases = [
    stem,
    ...(/^[بفك]ال/u.test(word) ? [word] : []),
    // Also a و of the root: الوزارة and وزارة.
    ...(/^[وبفكلس].{4}/u.test(stem) ? [stem.slice(1)] : []),
    // Also an ال of the root: ألغام, بألقاب.
    ...(/^[وبفكل]?ال.ا.ا?$/u.test(word) ? [word.replace(/^[وبفكل]/u, '')] : []),
  ];
  return [
    ...bases.flatMap((base) =>
      /^[^a-z]..$/u.test(base.slice(0, 3))
        ? [base, ...withoutEndings(base), ...singularsOf(base)]
        : [base, ...singularsOf(base)],
    ),
    ...rootsWithWaw(word),
  ];
}

const endings = /(?:(?<=.{2})(?:ات|ان|ون|ين|هم|نا|تها|ته)|(?<=.{3})(?:يه|ه|يا|ي))$/u;

/** زيارة and زيارات → زيار, روسيا and الروسية → روس; صحية as صحة. */
const withoutEndings = (base: string): string[] => [
  base.replace(endings, ''),
  base.replace(/(?<=.{2})يه?$/u, 'ه'),
];

/** A root of three letters that begins with و, which is no "and" there: وزير, وزيرا, وزراء; وطن, أوطان. */
function rootsWithWaw(word: string): string[] {
  const [bare = ''] = /(?<=^(?:[وف]?[بكل]?ال|لل|[وفبكل])?)(?:و|او(?=.ا.)).{2,4}$/u.exec(word) ?? [];
  const root = bare.replace(/[اويءه]/gu, '');
  return root.length === 2 ? [`و${root}`] : [];
}

/** Doubled by those who write names as they are spelled: ميللر. Behind a long vowel no other word doubles a letter. */
const doubled = /(?<=(?!^[بفكو]ا).[اوي])([بتدرزفكلن])\1|([bcdefglmnoprst])\2/gu;

function formOf(stem: string): string {
  const form = stem.replace(/[غق]/gu, 'ج').replace(doubled, '$1$2');
  const bones = form.replace(/[اويءه]/gu, '');
  return bones.length > 2 ? bones : form;
}
