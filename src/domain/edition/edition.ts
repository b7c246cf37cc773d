/**
 * PURE: the edition of a claim: the immutable document of everything that is published of it with one revision.
 * `Text` is what stands for a text that can be erased: its words, its seal, or the note that it was removed.
 */
import type { SourceKind } from '../source/kinds.js';
import type { EvidenceStance } from '../evidence/stance.js';
import type { AttributionMode } from '../claim/new-claim.js';
import type { Polarity } from '../rating/polarity.js';
import type { Withheld } from '../erasure/redaction.js';
import type { TextKind } from '../text/seal.js';
import type { AttributionFinding, FidelityFinding } from '../verdict/rules.js';

/** A text of others: it stands in the document as it is, and is shown until it is withheld. */
export type Quoted = string | Withheld;

export interface Edition<Text> {
  /** The form of this document, should it ever change. */
  form: 1;
  /** 1 for the first that was published of the claim. */
  revision: number;
  claim: {
    id: string;
    ref: string;
    kind: string;
    secondaryKinds: readonly string[];
    language: string;
    /** W3C selectors; offsets in code points of the article version, end exclusive. */
    quote: { exact: Quoted; prefix: Quoted; suffix: Quoted; start: number; end: number };
    /** Language → the claim in other words. */
    glosses: Text | null;
    topics: readonly string[];
    /** EDTF. */
    statementDate: string | null;
    /** Whether the claim is a test: no reader is shown one, approved or not. */
    test: boolean;
  };
  article: {
    id: string;
    ref: string;
    version: number;
    /** Of the text of this version. */
    sha256: string;
    title: Quoted;
    language: string;
    url: Quoted | null;
    datePublished: string | null;
    outlet: EditionSource | null;
  };
  chain: EditionLink;
  verdict: {
    id: string;
    findings: { attribution: AttributionFinding; fidelity: FidelityFinding; veracity: string };
    rating: {
      scale: number;
      slug: string;
      labels: Record<string, string>;
      polarity: Polarity;
      value: number | null;
      worst: number | null;
      best: number | null;
    };
    /** Language → text. */
    rationale: Text | null;
    /** ISO 8601: when it is to be checked again. */
    recheckAt: string | null;
  };
  evidence: readonly {
    id: string;
    url: string;
    stance: EvidenceStance;
    note: Text | null;
    capture: EditionCapture<Text> | null;
  }[];
  provisions: readonly {
    ref: string;
    paragraph: string;
    instrument: { id: string; ref: string; label: string; titles: Record<string, string> };
    verified: boolean;
    act: string;
    actor: string;
    /** EDTF. */
    date: string;
    direction: 'to' | 'from' | null;
  }[];
  relations: readonly EditionRelation[];
  /** Who was asked for a reply, and what came of it. */
  contacts: readonly {
    id: string;
    source: EditionSource | null;
    label: Text | null;
    outcome: string;
    /** EDTF. */
    date: string;
    text: Text | null;
  }[];
  /** Published ratings of related claims that clash with this one. */
  conflicts: readonly {
    claim: { id: string; ref: string };
    relation: string;
    rating: string;
    theirs: string;
  }[];
  /** Why this revision replaces the one before it. */
  correction: { from: number; reason: string; note: Text } | null;
}

export interface EditionSource {
  id: string;
  ref: string;
  kind: SourceKind;
  name: Quoted;
  /** None once they are withheld, nor what identifies it. */
  names: readonly { language: string; text: string }[];
  wikidata: string | null;
}

/** Somebody who said it, as far as it is known. */
export interface Claimant {
  source: EditionSource | null;
  label: string | null;
  anonymous: boolean;
}

export interface EditionLink extends Claimant {
  verb: string | null;
  mode: AttributionMode;
  /** EDTF. */
  date: string | null;
  /** The links it was heard from. */
  from: readonly EditionLink[];
}

interface EditionCapture<Text> {
  id: string;
  outcome: string;
  url: string;
  attemptedAt: string;
  sha256: string | null;
  title: Text | null;
}

export interface EditionRelation {
  id: string;
  type: string;
  direction: 'out' | 'in';
  claim: { id: string; ref: string; language: string; statement: Quoted; claimants: readonly Claimant[] };
}

/** How an edition was approved. */
export const editionManners = ['approved', 'break_glass'] as const;
export type EditionManner = (typeof editionManners)[number];

/** What can become of a claim after an edition of it was published. */
export const publicMarks = ['retracted', 'merged'] as const;
export type PublicMark = (typeof publicMarks)[number];

/** The edition with each of those texts replaced. */
export const mapTexts = <From, To>(
  edition: Edition<From>,
  replace: (text: From, kind: TextKind) => To,
): Edition<To> => {
  const orNull = (text: From | null, kind: TextKind): To | null =>
    text === null ? null : replace(text, kind);
  const { claim, verdict, evidence, contacts, correction } = edition;
  return {
    ...edition,
    claim: { ...claim, glosses: orNull(claim.glosses, 'glosses') },
    verdict: { ...verdict, rationale: orNull(verdict.rationale, 'rationale') },
    evidence: evidence.map(({ note, capture, ...one }) => ({
      ...one,
      note: orNull(note, 'evidence_note'),
      capture: capture && { ...capture, title: orNull(capture.title, 'evidence_title') },
    })),
    contacts: contacts.map(({ label, text, ...one }) => ({
      ...one,
      label: orNull(label, 'contact_name'),
      text: orNull(text, 'reply'),
    })),
    correction: correction && { ...correction, note: replace(correction.note, 'correction_note') },
  };
};
