/**
 * PURE: the seal of a text that can be erased: SHA-256(0x01 ‖ salt ‖ RFC 8785 of the value). It stands in events and
 * editions; value and salt stand in `contents`, and once they are gone the seal says nothing.
 */
import { createHash } from 'node:crypto';
import { canonicalJson } from './canonical-json.js';

/** What a sealed text is. Those of the first two lines can be published. */
export const textKinds = [
  ...(['glosses', 'rationale', 'evidence_note', 'evidence_title', 'correction_note'] as const),
  ...(['reply', 'contact_name'] as const),
  ...(['contact_channel', 'evidence_excerpt'] as const),
  ...(['worthiness', 'fidelity_note', 'leads', 'link_note', 'relation_note', 'norm_note'] as const),
  ...(['date_basis', 'modality'] as const),
  ...(['draft', 'acknowledgement', 'note', 'notice'] as const),
  ...(['member', 'capture_headers'] as const),
] as const;
export type TextKind = (typeof textKinds)[number];

/** How a sealed text stands in a document; 64 hex digits. */
export interface Sealed {
  sealed: string;
}

/** A text that can be erased, and its seal where it has one already. */
export interface SealableText {
  /** What it belongs to: a claim, a verdict, evidence, a contact, a task. */
  subject: string;
  /** Null where it was erased: then it has its seal. */
  value: unknown;
  seal: string | null;
}

/** A text with the salt of its seal; both as hex digits. */
export interface NewContent {
  seal: string;
  salt: string;
  kind: TextKind;
  subject: string;
  value: unknown;
}

/** Bytes of a salt. */
export const saltLength = 32;

/** Gives a salt for each text that has no seal yet: 32 bytes, random and of this text alone. */
export type NewSalt = () => Uint8Array;

export const sealOf = (value: unknown, salt: Uint8Array): string => sealOfJson(canonicalJson(value), salt);

const sealOfJson = (canonical: string, salt: Uint8Array): string =>
  createHash('sha256').update(Uint8Array.of(1)).update(salt).update(canonical, 'utf8').digest('hex');

export interface Sealer {
  seal: (text: SealableText, kind: TextKind) => Sealed;
  /** The texts that had no seal yet. */
  contents: NewContent[];
}

/** Words that were sealed before. */
export type SealedWords = Omit<NewContent, 'salt'>;

/**
 * Seals texts that are written together: the same text of the same thing has one seal, however often it stands there, or
 * stood before.
 */
export function createSealer(newSalt: NewSalt, known: readonly SealedWords[] = []): Sealer {
  const contents = new Map<string, NewContent>();
  const before = new Map(
    known.map((one) => [nameOf(one.subject, one.kind, canonicalJson(one.value)), one.seal]),
  );
  return {
    seal({ subject, value, seal }, kind) {
      if (seal !== null) return { sealed: seal };
      const canonical = canonicalJson(value);
      const name = nameOf(subject, kind, canonical);
      const kept = before.get(name);
      if (kept !== undefined) return { sealed: kept };
      let content = contents.get(name);
      if (!content) {
        const salt = newSalt();
        content = {
          seal: sealOfJson(canonical, salt),
          salt: Buffer.from(salt).toString('hex'),
          kind,
          subject,
          value,
        };
        contents.set(name, content);
      }
      return { sealed: content.seal };
    },
    get contents() {
      return [...contents.values()];
    },
  };
}

const nameOf = (subject: string, kind: TextKind, canonical: string): string =>
  `${kind} ${subject} ${canonical}`;
