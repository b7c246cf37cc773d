/** PURE: a sealed edition with the words that there are. */
import type { TextKind } from '../text/seal.js';
import { mapTexts, type Edition } from './edition.js';
import { parseSealed } from './seal-edition.js';

/** What stands where a text was erased. */
export interface Removed {
  removed: TextKind;
}

/** A text of an edition: by language, or a note. */
export type Words = Record<string, string> | string | Removed;

/** `contents`: value by seal. */
export const readEdition = (document: string, contents: Readonly<Record<string, unknown>>): Edition<Words> =>
  mapTexts(parseSealed(document), ({ sealed }, kind): Words =>
    Object.hasOwn(contents, sealed) ? (contents[sealed] as Words) : { removed: kind },
  );

export const isRemoved = (words: Words | null): words is Removed =>
  typeof words === 'object' && words !== null && typeof (words as Partial<Removed>).removed === 'string';
