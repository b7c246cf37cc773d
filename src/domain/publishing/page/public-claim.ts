/** What is public of one claim, as its page is made of it: editions, what has become of them, and what others say of it. */
import type { Edition, EditionManner } from '../../edition/edition.js';
import type { Words } from '../../edition/read-edition.js';
import { primary } from '../../text/languages.js';
import type { Published } from '../published.js';
import type { Reader } from './reader.js';

export interface PublicRevision {
  edition: Edition<Words>;
  publishedAt: string;
  manner: EditionManner;
}

export interface PublicClaim {
  published: Published;
  /** What stands: the last revision. */
  current: PublicRevision;
  /** Those before it, the first one first, since a verdict was last taken back. */
  before: readonly PublicRevision[];
  /** A verdict on it was taken back before these. */
  takenBackBefore: boolean;
  /** The standing editions of claims that it names, or that name it. */
  related: readonly Edition<Words>[];
  contested: boolean;
}

/** In these the page can be read: those of the frame, and those in which a text of it is. */
export const languagesOf = ({ claim, verdict }: Edition<Words>): string[] =>
  languagesAmong([claim.language, ...tagsOf(claim.glosses), ...tagsOf(verdict.rationale)]);

/** In which of them this reader finds it: their own, where it is in that, too. */
export const languageForReader = (
  edition: Edition<Words>,
  { language, frame }: Pick<Reader, 'language' | 'frame'>,
): string => (languagesOf(edition).includes(language) ? language : frame);

/** Nobody reads in the language of a text of which it is not known. */
export const languagesAmong = (tags: readonly string[]): string[] => [
  ...new Set(['ar', 'en', ...tags.filter((tag) => primary(tag) !== 'und').sort()]),
];

const tagsOf = (text: Words | null): string[] =>
  text === null || typeof text === 'string' || 'removed' in text ? [] : Object.keys(text);
