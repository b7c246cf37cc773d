/** PURE: what a decision about a claim is made from. It is read under lock, see read-docket.ts. */
import type { Role } from '../domain/access/rules.js';
import type { Contester } from '../domain/claim/contest.js';
import type { ClaimStatus } from '../domain/claim/lifecycle.js';
import type { ClaimFacts } from '../domain/claim/rules.js';
import type { Candidate } from '../domain/task/assignment.js';
import type { Clock, Running, Stopped } from '../domain/task/clock.js';
import { isLive, type Stage, type TaskStatus } from '../domain/task/lifecycle.js';
import type { TaskFacts } from '../domain/task/rules.js';
import type { Part } from '../domain/task/side.js';
import type { PublicMark } from '../domain/edition/edition.js';
import type { Ingredients } from '../domain/edition/compose-edition.js';
import type { Polarity } from '../domain/rating/polarity.js';
import type { VerdictStatus } from '../domain/verdict/lifecycle.js';
import type { AttributionFinding, FidelityFinding } from '../domain/verdict/rules.js';
import type { NamedInstrument, NamedProvision, NamedSource } from './named.js';

export type Priority = 'low' | 'normal' | 'high' | 'urgent';
export type CorrectionReason = 'error' | 'new_evidence' | 'clarification' | 'source_corrected';

/** What is locked, and what is read beside the claim itself. */
export type Asked = Named & {
  /** Other claims that the change may touch, by id or ref. */
  claims?: readonly string[];
  /** All claims that this one has relations with. */
  related?: boolean;
  /** Members whose work is looked at, and who are handed nothing else until the end, by id or ref. */
  members?: readonly string[];
  /** Everybody whom the desk could hand the owed task to, where it does that. */
  candidates?: boolean;
  /** The drafts of the tasks. */
  drafts?: boolean;
  /** What a verdict refers to; the scale comes with it. */
  references?: { evidence: readonly string[]; captures: readonly string[]; provisions: readonly string[] };
  /** What is to be noted about the claim names these, each by id or ref. */
  named?: { sources?: readonly string[]; provisions?: readonly string[]; instruments?: readonly string[] };
  /** What the verdict that awaits approval would be published as. */
  edition?: boolean;
};

/**
 * What names the claim: its id or ref, or the id of one of its tasks or verdicts. Of several `openTasks`, the first
 * that is still open and whose claim nobody else is changing: none of them is waited for.
 */
type Named = { claim: string } | { task: string } | { verdict: string } | { openTasks: readonly string[] };

export interface Docket {
  /** By the desk's clock, in whole milliseconds; never before the last event of a claim that is locked. */
  now: Date;
  claim: DocketClaim;
  /** The last of each stage, live or ended. */
  tasks: readonly DocketTask[];
  /** The one under way, the published one, and the one that was asked for. */
  verdicts: readonly DocketVerdict[];
  /** How often somebody was asked for a reply. */
  contacts: number;
  /** The highest revision that was ever published, 0 before the first. */
  lastRevision: number;
  /** Why the correction under way was begun, and the public note about it. */
  correction: { reason: CorrectionReason; note: string } | null;
  parts: readonly Part[];
  /** All active editors. */
  editors: readonly string[];
  /** `clocks`: minutes by "clock priority". */
  policy: { leaseMinutes: number; clocks: Readonly<Record<string, number>> };
  /** Between the claim and those that are locked along. */
  relations: readonly Relation[];
  /** The claims that are locked along. */
  others: readonly OtherClaim[];
  /** By the name they were asked for. */
  members: Readonly<Record<string, Workload>>;
  /** Who the task that is owed could be handed to; empty unless the desk hands out work by itself. */
  candidates: readonly Candidate[];
  references: References | null;
  named: DocketNames | null;
  /** A decision out of turn on the verdict that awaits approval; its second person has still to confirm it. */
  glassBreak: GlassBreak | null;
  /** Of the verdict that awaits approval, where it was asked for. */
  edition: ProposedEdition | null;
}

/** Of everything that is named about the claim, what there is; and what its chain and its norms are now. */
export interface DocketNames {
  outlet: Pick<NamedSource, 'id'> | null;
  norms: readonly { instrument: string; provision: string | null }[];
  sources: readonly NamedSource[];
  provisions: readonly NamedProvision[];
  instruments: readonly NamedInstrument[];
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
}

export interface Relation {
  id: string;
  type: string;
  outgoing: boolean;
  otherId: string;
  /** Of a new one. */
  note?: string | null;
}

/** A claim with the head of its chain of events. */
interface Chained {
  id: string;
  ref: string;
  status: ClaimStatus;
  contested: boolean;
  /** The number of its events. */
  version: number;
  updatedAt: Date;
  /** The hash of the last of them; null before the first. */
  head: string | null;
}

export interface DocketClaim extends Chained, Description {
  kind: string;
  secondaryKinds: readonly string[];
  language: string;
  topics: readonly string[];
  priority: Priority;
  revision: number | null;
  rating: string | null;
  mergedInto: string | null;
  /** What the public is told of it in place of its edition, why, and of `merged` into which claim. */
  mark: PublicMark | null;
  markReason?: string | null;
  markInto?: string | null;
}

/** What is noted about a claim: written with a change, and not read for a decision. */
export interface Description {
  modality?: string | null;
  statementDate?: string | null;
  dateBasis?: string | null;
  worthiness?: string | null;
  fidelityNote?: string | null;
  leads?: readonly string[];
  test?: boolean;
  glosses?: Readonly<Record<string, string>>;
  foldedGlosses?: string;
}

export interface OtherClaim extends Chained {
  /** Of its proposed and its published verdict, the last first. */
  ratings: readonly { status: 'proposed' | 'published'; slug: string; polarity: Polarity }[];
  contesters: readonly (Contester & { id: string; relationId: string })[];
}

export interface Member {
  id: string;
  personId: string;
  ref: string;
  role: Role;
  active: boolean;
}

export interface Workload extends Member {
  awayUntil: Date | null;
  away: boolean;
  /** How many tasks they hold, of how many at most. */
  held: number;
  limit: number;
}

/** The columns that tell the time of a task. */
export type Times = (Running | Stopped) & {
  leaseUntil: Date | null;
  pausedAt: Date | null;
  pauseReason: string | null;
};

export type DocketTask = Times & {
  id: string;
  stage: Stage;
  round: number;
  status: TaskStatus;
  priority: Priority;
  version: number;
  assigneeId: string | null;
  holder: Member | null;
  draftVersion: number;
  /** Read where it was asked for. */
  draft: object | null;
  openedAt: Date;
  takenAt: Date | null;
  closedAt: Date | null;
  /** The status of the last verdict that came of it. */
  verdict: VerdictStatus | null;
};

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

export interface Provision {
  id: string;
  ref: string;
  version: number;
  governs: 'to' | 'from' | 'both' | 'none';
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

/** What the docket was asked to look up by name. */
export function namesOf({ named }: Docket): DocketNames {
  if (!named) throw new Error('it is decided on with what it names');
  return named;
}

export const liveTasks = ({ tasks }: Pick<Docket, 'tasks'>): DocketTask[] =>
  tasks.filter(({ status }) => isLive(status));

/** The last task of a stage, live or ended. */
export const lastTask = ({ tasks }: Docket, stage: Stage): DocketTask | undefined =>
  tasks.filter((task) => task.stage === stage).sort((a, b) => b.round - a.round)[0];

/** The verdict that is to be recorded or decided on. */
export const verdictUnderWay = ({ verdicts }: Docket): DocketVerdict | undefined =>
  verdicts.find(({ status }) => status === 'submitted' || status === 'proposed');

export const publishedVerdict = ({ verdicts }: Docket): DocketVerdict | undefined =>
  verdicts.find(({ status }) => status === 'published');

export const otherNamed = ({ others }: Docket, idOrRef: string): OtherClaim | undefined =>
  others.find(({ id, ref }) => id === idOrRef || ref === idOrRef);

export const minutesOf = ({ policy }: Docket, clock: Clock, priority: Priority): number => {
  const minutes = policy.clocks[`${clock} ${priority}`];
  if (minutes === undefined) throw new Error(`there is no policy for ${clock}, ${priority}`);
  return minutes;
};

export function claimFactsOf(docket: Docket): ClaimFacts {
  const verdict = verdictUnderWay(docket);
  return {
    status: docket.claim.status,
    hasPublished: docket.claim.revision !== null,
    tasks: liveTasks(docket),
    proposal: verdict?.status === 'proposed' ? verdict : null,
    parts: docket.parts,
    editors: docket.editors,
  };
}

export const taskFactsOf = (
  { parts, editors }: Docket,
  { id, stage, status, assigneeId, pausedAt }: DocketTask,
): TaskFacts & { id: string } => ({
  id,
  stage,
  status,
  assigneeId,
  parts,
  editors,
  paused: pausedAt !== null,
});
