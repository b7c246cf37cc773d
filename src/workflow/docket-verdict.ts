/** PURE: a verdict with all that it is judged by, as a decision sees it. */
import type { CorrectionReason } from '../domain/claim/correction.js';
import type { EvidenceStance } from '../domain/evidence/stance.js';
import type { Ingredients } from '../domain/edition/compose-edition.js';
import type { Direction } from '../domain/instrument/rules.js';
import type { Polarity } from '../domain/rating/polarity.js';
import type { VerdictStatus } from '../domain/verdict/lifecycle.js';
import type { AttributionFinding, FidelityFinding } from '../domain/verdict/rules.js';
import type { Member } from './docket-task.js';

export interface Rating {
  slug: string;
  polarity: Polarity;
  forecast: boolean;
}

export interface DocketVerdict {
  id: string;
  taskId: string;
  status: VerdictStatus;
  revision: number | null;
  version: number;
  attribution: AttributionFinding;
  fidelity: FidelityFinding;
  veracity: string;
  scale: number;
  rationale: Readonly<Record<string, string>>;
  authorId: string;
  lastEditorId: string;
  approverId: string | null;
  submittedAt: Date;
  validUntil: Date | null;
  recheckAskedAt: Date | null;
  rating: Rating;
  evidence: readonly CitedEvidence[];
  provisions: readonly CitedProvision[];
  /** Written with a decision, and not read for one. */
  conflicts?: readonly Conflict[];
  problem?: object;
  note?: string;
  recordedAt?: Date;
  publishedAt?: Date;
  correctionReason?: CorrectionReason;
  correctionNote?: string;
  secondId?: string;
  breakGlassReason?: string;
}

type Outcome = 'captured' | 'failed';

/** Evidence with the capture it was read in. */
export interface CitedEvidence extends Evidence {
  captureId: string | null;
  outcome: Outcome | null;
  sha256: string | null;
}

export interface Evidence {
  evidenceId: string;
  stance: EvidenceStance;
  /** The last capture that succeeded, or at least the one that failed last. */
  best: string | null;
  bestSha256: string | null;
  bestOutcome: Outcome | null;
  /** A capture is owed, and there is none yet. */
  owed: boolean;
}

export interface CitedProvision {
  provisionId: string;
  act: string;
  actor: string;
  date: string;
  direction: 'to' | 'from' | null;
  provision: Provision;
}

interface Provision {
  id: string;
  ref: string;
  version: number;
  governs: Direction;
  verified: boolean;
  /** Days. */
  inForceFrom: string | null;
  inForceUntil: string | null;
}

/** What a verdict that is written now refers to: of everything that was named, what there is. */
export interface References {
  /** The current one. */
  scale: { version: number; ratings: readonly Rating[] } | null;
  evidence: readonly Evidence[];
  captures: readonly { id: string; evidenceId: string; sha256: string | null; outcome: Outcome }[];
  provisions: readonly Provision[];
}

/** A related claim whose rating clashes with this verdict's. */
export interface Conflict {
  claim: { id: string; ref: string };
  /** As an edge: "C37 denies C34". */
  relation: string;
  rating: string;
  theirs: string;
  /** Of their verdict. */
  status: 'proposed' | 'published';
  /** Why both may stand, in the words of whoever approved. */
  note: string | null;
}

export interface Acknowledgement {
  /** id or ref of the claim whose rating clashes. */
  claim: string;
  note: string;
}

export interface GlassBreak {
  verdictId: string;
  by: Member;
  second: Member;
  /** Of the edition that both name. */
  digest: string;
  reason: string;
  note: string | null;
  acknowledge: readonly Acknowledgement[];
  askedAt: Date;
  /** When the editors were told that it still waits. */
  escalatedAt: Date | null;
}

export interface ProposedEdition {
  ingredients: Ingredients;
  /** The documents that were read of it, by digest. */
  read: Readonly<Record<string, string>>;
  /** The digest of the one that was announced to the desk last; null before the first was read. */
  lastAnnounced: string | null;
  /** How far the feed had come. */
  position: number;
}
