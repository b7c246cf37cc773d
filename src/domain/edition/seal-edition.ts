/** PURE: an edition in its sealed form, whose digest is its name. */
import { createHash } from 'node:crypto';
import { canonicalJson } from '../text/canonical-json.js';
import type { SealableText } from './compose-edition.js';
import { mapTexts, type Edition, type TextKind } from './edition.js';
import { sealOf, type Sealed } from './seal.js';

export interface SealedEdition {
  /** SHA-256 of the document, 64 hex digits. */
  digest: string;
  /** RFC 8785, each text that can be erased as its seal. */
  document: string;
  /** The texts that had no seal yet. */
  contents: readonly NewContent[];
}

/** A text with the salt of its seal; both as hex digits. */
export interface NewContent {
  seal: string;
  salt: string;
  kind: TextKind;
  subject: string;
  value: unknown;
}

export function sealEdition(edition: Edition<SealableText>, newSalt: () => Uint8Array): SealedEdition {
  const contents: NewContent[] = [];
  const sealed = mapTexts<SealableText, Sealed>(edition, ({ subject, value, seal }, kind) => {
    if (seal !== null) return { sealed: seal };
    const salt = newSalt();
    const made = sealOf(value, salt);
    contents.push({ seal: made, salt: Buffer.from(salt).toString('hex'), kind, subject, value });
    return { sealed: made };
  });
  const document = canonicalJson(sealed);
  return { digest: digestOf(document), document, contents };
}

export const digestOf = (document: string): string =>
  createHash('sha256').update(document, 'utf8').digest('hex');

export const parseSealed = (document: string): Edition<Sealed> => JSON.parse(document) as Edition<Sealed>;
