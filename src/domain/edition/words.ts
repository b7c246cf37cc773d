/** PURE: what feeds say in words of their own. */
import type { Language } from './claimreview.js';

interface Words {
  direction: 'rtl' | 'ltr';
  title: (publisher: string) => string;
  about: string;
  correction: string;
  retraction: string;
  underCorrection: string;
  reasons: Readonly<Record<string, string>>;
}

export const words: Readonly<Record<Language, Words>> = {
  ar: {
    direction: 'rtl',
    title: (publisher) => `${publisher}: أحكام وتصحيحات`,
    about: 'ما نُشر من أحكام على الادعاءات، وما صُحح منها أو سُحب.',
    correction: 'تصحيح',
    retraction: 'سُحب الحكم',
    underCorrection: 'هذا الحكم قيد التصحيح.',
    reasons: {
      error: 'خطأ منا',
      new_evidence: 'أدلة جديدة',
      clarification: 'توضيح',
      source_corrected: 'صحح المصدر ما قاله',
    },
  },
  en: {
    direction: 'ltr',
    title: (publisher) => `${publisher}: verdicts and corrections`,
    about: 'Verdicts on claims as they are published, corrected and retracted.',
    correction: 'Correction',
    retraction: 'Retracted',
    underCorrection: 'This verdict is being corrected.',
    reasons: {
      error: 'our error',
      new_evidence: 'new evidence',
      clarification: 'clarification',
      source_corrected: 'the source corrected itself',
    },
  },
};
