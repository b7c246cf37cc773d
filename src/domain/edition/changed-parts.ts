/** PURE: the parts of an edition by their names, as people are told what has changed of it. */
import type { Language } from '../text/languages.js';

/** By the JSON pointer that `compareEditions` gives; the longest that fits. */
const partOf = {
  '/revision': 'revision',
  '/claim': 'claim',
  '/claim/kind': 'kind',
  '/claim/secondaryKinds': 'kind',
  '/claim/quote': 'quote',
  '/claim/glosses': 'glosses',
  '/claim/topics': 'topics',
  '/claim/statementDate': 'statementDate',
  '/claim/test': 'test',
  '/article': 'article',
  '/chain': 'chain',
  '/verdict': 'verdict',
  '/verdict/findings': 'findings',
  '/verdict/rating': 'rating',
  '/verdict/rationale': 'rationale',
  '/verdict/recheckAt': 'recheckAt',
  '/evidence': 'evidence',
  '/provisions': 'provisions',
  '/relations': 'relations',
  '/contacts': 'contacts',
  '/conflicts': 'conflicts',
  '/correction': 'correction',
} as const;

export type EditionPart = (typeof partOf)[keyof typeof partOf];

const names: Readonly<Record<EditionPart, Readonly<Record<Language, string>>>> = {
  revision: { ar: 'رقم الإصدار', en: 'the number of the revision' },
  claim: { ar: 'ما يُعرف عن الادعاء', en: 'what is known of the claim' },
  kind: { ar: 'نوع الادعاء', en: 'the kind of the claim' },
  quote: { ar: 'الاقتباس', en: 'the quote' },
  glosses: { ar: 'الادعاء بعبارة أخرى', en: 'the claim in other words' },
  topics: { ar: 'المواضيع', en: 'the topics' },
  statementDate: { ar: 'تاريخ القول', en: 'when it was said' },
  test: { ar: 'كونه تجربة', en: 'whether it is a test' },
  article: { ar: 'المقال', en: 'the article' },
  chain: { ar: 'سلسلة الإسناد', en: 'the chain of attribution' },
  verdict: { ar: 'الحكم', en: 'the verdict' },
  findings: { ar: 'النتائج', en: 'the findings' },
  rating: { ar: 'التصنيف', en: 'the rating' },
  rationale: { ar: 'التعليل', en: 'the reasons' },
  recheckAt: { ar: 'موعد إعادة التحقق', en: 'when it is checked again' },
  evidence: { ar: 'الأدلة', en: 'the evidence' },
  provisions: { ar: 'القواعد القانونية', en: 'the norms' },
  relations: { ar: 'الادعاءات ذات الصلة', en: 'the related claims' },
  contacts: { ar: 'حق الرد', en: 'the right of reply' },
  conflicts: { ar: 'التصنيفات المتعارضة معه', en: 'the ratings it clashes with' },
  correction: { ar: 'بيان التصحيح', en: 'the note of the correction' },
};

/** Each once, in the order of the document. A pointer that is newer than this table names none. */
export const partsOf = (pointers: readonly string[]): EditionPart[] => [
  ...new Set(
    pointers.flatMap((pointer) => {
      const [, first = '', second] = pointer.split('/');
      const known: Readonly<Record<string, EditionPart>> = partOf;
      return known[`/${first}/${second ?? ''}`] ?? known[`/${first}`] ?? [];
    }),
  ),
];

export const namePart = (part: EditionPart, language: Language): string => names[part][language];

/** In one line. */
export const nameParts = (parts: readonly EditionPart[], language: Language): string =>
  parts.map((part) => namePart(part, language)).join(language === 'ar' ? '، ' : ', ');
