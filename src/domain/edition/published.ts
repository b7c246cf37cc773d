/** PURE: what stands of a claim in public: its published verdict, or the note that it was taken back. */
import type { ClaimTelling } from './claimant.js';

export interface PublishedVerdict {
  id: string;
  revision: number;
  rating: {
    slug: string;
    labels: Record<string, string>;
    polarity: string;
    value: number | null;
    worst: number | null;
    best: number | null;
  };
  /** Language → text. */
  rationale: Record<string, string>;
  evidence: { url: string; note: string | null }[];
  provisions: { name: string; identifier: string; verified: boolean }[];
  /** Why this revision replaced the one before it. */
  correction: { reason: string; note: string } | null;
  publishedAt: string;
}

/** What is known of a claim whatever stands of it. */
export interface ReviewedClaim {
  id: string;
  ref: string;
  language: string;
  text: string;
  glosses: Record<string, string>;
  statementDate: string | null;
  article: { title: string; url: string | null; language: string; datePublished: string | null };
  telling: ClaimTelling;
  /** Of everything shown: it grows with any change. */
  version: number;
}

export type Published = { claim: ReviewedClaim } & (
  | {
      kind: 'review';
      verdict: PublishedVerdict;
      /** When a verdict on it was first published, since it was last taken back. */
      firstPublished: string;
      /** When what is said of it last changed: published, corrected, called into question. */
      changed: string;
      underCorrection: boolean;
    }
  | { kind: 'retraction'; id: string; note: string; changed: string }
);

export type Review = Extract<Published, { kind: 'review' }>;
export type Retraction = Extract<Published, { kind: 'retraction' }>;

interface Revision {
  revision: number;
  status: string;
  publishedAt: string;
}

/** The first publication of the series a revision belongs to: a retraction ends one, the next verdict begins another. */
export function firstOfSeries(revisions: readonly Revision[]): Revision | undefined {
  const retracted = Math.max(
    0,
    ...revisions.filter(({ status }) => status === 'retracted').map(({ revision }) => revision),
  );
  return revisions
    .filter(({ revision }) => revision > retracted)
    .toSorted((a, b) => a.revision - b.revision)[0];
}
