/** PURE: what somebody is called in a language, where that is known. */
import { nameIn, type Named } from '../../../src/domain/text/name-in.js';

export const nameOf = ({ name, names = [] }: { name: string } & Partial<Named>, language: string): string =>
  nameIn({ name, names }, language)?.text ?? name;
