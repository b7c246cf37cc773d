/** PURE: what is public of a claim: its published verdict, or that it was taken back. */
import type { SourcedChain } from './claimant.js';

interface PublishedVerdict {
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
  /** Null once it was withheld. */
  text: string | null;
  glosses: Record<string, string>;
  statementDate: string | null;
  article: { title: string | null; url: string | null; language: string; datePublished: string | null };
  chain: SourcedChain;
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
  | {
      kind: 'retraction';
      /** Of the event that took it back. */
      id: string;
      /** A code, see `words`. */
      reason: string;
      /** ref of the claim it was merged into. */
      into: string | null;
      /** In the words of the desk. */
      notice: string | null;
      takenBack: string;
      /** When what is said of it last changed: taken back, its notice approved, words of it erased. */
      changed: string;
    }
);

export type Review = Extract<Published, { kind: 'review' }>;
export type Retraction = Extract<Published, { kind: 'retraction' }>;
