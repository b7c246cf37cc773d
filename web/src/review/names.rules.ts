/** PURE: what somebody is called in a language, where that is known. */
import { nameIn, type WithNames } from '../../../src/domain/text/name-in.js';

export const nameOf = (
  { name, names = [] }: { name: string } & Partial<WithNames>,
  language: string,
): string => nameIn({ name, names }, language)?.text ?? name;
