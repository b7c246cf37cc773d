/** PURE: a sealed edition with the words that there are. */
import type { ErasableKind } from '../erasure/erasure.js';
import { mapTexts, type Edition } from './edition.js';
import { parseSealed } from './seal-edition.js';
import { withholdTexts, withheldIn } from './withhold-texts.js';

/** What stands where a text was erased. */
interface Removed {
  removed: ErasableKind;
}

/** A text of an edition: by language, or a note. */
export type Words = Record<string, string> | string | Removed;

/** `contents`: value by seal, and what is withheld. */
export const readEdition = (document: string, contents: Readonly<Record<string, unknown>>): Edition<Words> =>
  mapTexts(withholdTexts(parseSealed(document), withheldIn(contents)), ({ sealed }, kind): Words =>
    Object.hasOwn(contents, sealed) ? (contents[sealed] as Words) : { removed: kind },
  );

/** The sealed form as it is shown: what is withheld of it is not there either, and its digest stays. */
export const readSealed = (document: string, contents: Readonly<Record<string, unknown>>) =>
  withholdTexts(parseSealed(document), withheldIn(contents));

export const isRemoved = (words: Words | null): words is Removed =>
  typeof words === 'object' && words !== null && typeof (words as Partial<Removed>).removed === 'string';
