/** PURE: a topic in the one spelling that it is kept and looked for in. */
import { foldText } from './fold.js';

const joiner = '\u200C';

/**
 * Without what carries no meaning: tatweel, vowel signs, presentation forms, marks that nobody sees. A joiner between letters is
 * seen, and stays. Idempotent.
 */
export const canonicalTopic = (topic: string): string =>
  topic
    .split(joiner)
    .map((part) => foldText(part, 'verify'))
    .join(joiner)
    .replace(/(?<![^-])\u200C+|(?<!\u200C)\u200C+(?![^-])/gu, '');
