/** PURE: an edition in its sealed form, whose digest is its name. */
import { createHash } from 'node:crypto';
import { canonicalJson } from '../text/canonical-json.js';
import { createSealer, type NewContent, type NewSalt, type SealableText, type Sealed } from '../text/seal.js';
import { mapTexts, type Edition } from './edition.js';

export interface SealedEdition {
  /** SHA-256 of the document, 64 hex digits. */
  digest: string;
  /** RFC 8785, each text that can be erased as its seal. */
  document: string;
  /** The texts that had no seal yet. */
  contents: readonly NewContent[];
}

export function sealEdition(edition: Edition<SealableText>, newSalt: NewSalt): SealedEdition {
  const sealer = createSealer(newSalt);
  const sealed = mapTexts<SealableText, Sealed>(edition, (text, kind) => sealer.seal(text, kind));
  const document = canonicalJson(sealed);
  return { digest: digestOf(document), document, contents: sealer.contents };
}

export const digestOf = (document: string): string =>
  createHash('sha256').update(document, 'utf8').digest('hex');

export const parseSealed = (document: string): Edition<Sealed> => JSON.parse(document) as Edition<Sealed>;
