/** PURE: why something was refused, kept in English when it was decided, in the language of whoever reads it now. */
import type { Language } from '../text/languages.js';
import { arabicTitles } from './arabic-titles.js';
import { sayIn } from './in-arabic.js';

export interface KeptProblem {
  title: string;
  code: string;
  detail: string;
  errors?: readonly { message: string }[];
}

export function sayProblem<Kept extends KeptProblem>(language: Language, problem: Kept): Kept {
  if (language === 'en') return problem;
  const { title, code, detail, errors } = problem;
  return {
    ...problem,
    title: (arabicTitles as Readonly<Record<string, string>>)[code] ?? title,
    detail: sayIn(language, detail),
    ...(errors && {
      errors: errors.map((error) => ({ ...error, message: sayIn(language, error.message) })),
    }),
  };
}
