/** PURE: what feeds and data say in words of their own; pages: page/page-words.ts. */
import type { CorrectionReason } from '../claim/correction.js';
import type { MarkReason } from '../claim/retraction.js';
import type { Language } from '../text/languages.js';

interface Words {
  direction: 'rtl' | 'ltr';
  title: (publisher: string) => string;
  about: string;
  /** Of data that is read page by page. */
  goesOn: string;
  correction: string;
  retraction: string;
  merged: string;
  underCorrection: string;
  /** Why it was corrected, and why it was taken back. */
  reasons: Readonly<Record<CorrectionReason, string>>;
  retractions: Readonly<Record<MarkReason, string>>;
  /** In place of a code that is none: what is written there has been read by nobody. */
  unknownReason: string;
  unknownRetraction: string;
  /** In place of a text that was erased. */
  removed: string;
}

/** Several in one line. */
export const joined = (items: readonly string[], language: Language): string =>
  items.join(language === 'ar' ? '، ' : ', ');

/** Merged is not taken back: the claim is treated with another. */
export const takenBack = ({ into }: { into: string | null }, language: Language): string =>
  into === null ? words[language].retraction : words[language].merged;

/** Why something is no longer public, in fixed words. */
export const retractionReason = (
  { reason, into }: { reason: string; into: string | null },
  language: Language,
): string => {
  const { retractions, unknownRetraction } = words[language];
  return `${wordsFor(retractions, reason) ?? unknownRetraction}${into === null ? '' : ` (${into})`}`;
};

/** Why something was corrected, in fixed words. */
export const correctionReason = (reason: string, language: Language): string =>
  wordsFor(words[language].reasons, reason) ?? words[language].unknownReason;

const wordsFor = (known: Readonly<Record<string, string>>, code: string): string | undefined =>
  Object.hasOwn(known, code) ? known[code] : undefined;

/** The same with the notice, once a second person has approved it: plain text, for what has one field for both. */
export const retractionText = (
  { notice, ...fixed }: { reason: string; into: string | null; notice: string | null },
  language: Language,
): string => [retractionReason(fixed, language), ...(notice === null ? [] : [notice])].join(' ');

export const words: Readonly<Record<Language, Words>> = {
  ar: {
    direction: 'rtl',
    title: (publisher) => `${publisher}: أحكام وتصحيحات`,
    about: 'ما نُشر من أحكام على الادعاءات، وما صُحح منها أو سُحب.',
    goesOn: 'هذه صفحة واحدة؛ وترويسة Link تدل على الصفحة التالية.',
    correction: 'تصحيح',
    retraction: 'سُحب الحكم',
    merged: 'دُمج الادعاء',
    underCorrection: 'هذا الحكم قيد التصحيح.',
    reasons: {
      error: 'خطأ منا',
      new_evidence: 'أدلة جديدة',
      clarification: 'توضيح',
      source_corrected: 'صحح المصدر ما قاله',
    },
    retractions: {
      error: 'أخطأنا.',
      unsupported: 'لا تسنده الأدلة.',
      source_corrected: 'صحح المصدر ما قاله.',
      legal: 'سُحب لأسباب قانونية.',
      duplicate: 'يُعالَج الادعاء مع ادعاء آخر.',
    },
    unknownReason: 'لم يُذكر السبب',
    unknownRetraction: 'لم يُذكر السبب.',
    removed: '[حُذف النص]',
  },
  en: {
    direction: 'ltr',
    title: (publisher) => `${publisher}: verdicts and corrections`,
    about: 'Verdicts on claims as they are published, corrected and retracted.',
    goesOn: 'This is one page; the header Link leads to the next.',
    correction: 'Correction',
    retraction: 'Retracted',
    merged: 'Merged',
    underCorrection: 'This verdict is being corrected.',
    reasons: {
      error: 'our error',
      new_evidence: 'new evidence',
      clarification: 'clarification',
      source_corrected: 'the source corrected itself',
    },
    retractions: {
      error: 'We were wrong.',
      unsupported: 'The evidence does not bear it out.',
      source_corrected: 'The source has corrected itself.',
      legal: 'It was taken back for legal reasons.',
      duplicate: 'The claim is treated together with another one.',
    },
    unknownReason: 'no reason is given',
    unknownRetraction: 'No reason is given.',
    removed: '[The text was removed]',
  },
};
