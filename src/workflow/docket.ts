/** PURE: what a decision about a claim is made from. It is read under lock, see read-docket.ts. */
import type { MarkReason } from '../domain/claim/retraction.js';
import type { keptOfGlosses } from '../domain/text/fold-glosses.js';
import type { CorrectionReason } from '../domain/claim/correction.js';
import type { Counted } from '../domain/claim/limits.js';
import type { Contester } from '../domain/claim/contest.js';
import type { ClaimStatus } from '../domain/claim/lifecycle.js';
import type { PublicMark } from '../domain/edition/edition.js';
import type { ContactStatus } from '../domain/evidence/contact.js';
import type { NoticeStatus } from '../domain/edition/notice.js';
import type { Polarity } from '../domain/rating/polarity.js';
import type { Candidate } from '../domain/task/choose-member.js';
import type { Participant } from '../domain/task/side.js';
import type { SealableText } from '../domain/text/seal.js';
import type { Priority } from '../domain/task/priority.js';
import type { DocketTask, Workload } from './docket-task.js';
import type { DocketVerdict, GlassBreak, ProposedEdition, References } from './docket-verdict.js';
import type { NamedInstrument, NamedProvision, NamedSource } from './named.js';

/** What is locked, and what is read beside the claim itself. */
export type DocketQuery = ClaimSelector & {
  /** Other claims that the change may touch, by id or ref. */
  claims?: readonly string[];
  /** All claims that this one has relations with, and those that were merged into it. */
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
  /** How the claim is described now. */
  described?: boolean;
  /** The notes of its retractions and merges. */
  notices?: boolean;
  /** One of its contacts, by id. */
  contact?: string;
  /** How much belongs to the claim, and how many relations to the others. */
  counts?: boolean;
  /** What the verdict that awaits approval would be published as. */
  edition?: boolean;
};

/**
 * What names the claim: its id or ref, or the id of one of its tasks or verdicts. Of several `openTasks`, the first
 * that is still open and whose claim nobody else is changing: none of them is waited for.
 */
type ClaimSelector =
  { claim: string } | { task: string } | { verdict: string } | { openTasks: readonly string[] };

export interface Docket {
  /** By the desk's clock, in whole milliseconds; never before the last event of a claim that is locked. */
  now: Date;
  claim: DocketClaim;
  /** The last of each stage, live or ended. */
  tasks: readonly DocketTask[];
  /** The one under way, the published one, and the one that was asked for. */
  verdicts: readonly DocketVerdict[];
  /** How much belongs to it, where that was asked for. */
  counts?: Readonly<Record<Counted, number>> | null;
  /** How often somebody was asked for a reply. */
  contacts: number;
  /** The one that was asked for; null where the claim has none of this id. */
  contact?: { id: string; status: ContactStatus } | null;
  /** The highest revision that was ever published, 0 before the first. */
  lastRevision: number;
  /** Why the correction under way was begun, and the public note about it; null where that was erased. */
  correction: { reason: CorrectionReason; note: string | null; seal: string } | null;
  participants: readonly Participant[];
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
  described: Described | null;
  /** The notes of its retractions and merges, where they were asked for. */
  notices: readonly DocketNotice[];
  /** A decision out of turn on the verdict that awaits approval; its second person has still to confirm it. */
  glassBreak: GlassBreak | null;
  /** Of the verdict that awaits approval, where it was asked for. */
  edition: ProposedEdition | null;
}

/** Of everything that is named about the claim, what there is; and what its chain and its norms are now. */
export interface DocketNames {
  /** As the article has it, also where it was merged since: the root of a chain follows its article. */
  outlet: Pick<NamedSource, 'id'> | null;
  norms: readonly { instrument: string; provision: string | null }[];
  attributions: readonly NotedLink[];
  sources: readonly NamedSource[];
  provisions: readonly NamedProvision[];
  instruments: readonly NamedInstrument[];
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
interface WithHead {
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

export interface DocketClaim extends WithHead, Description, Partial<ReturnType<typeof keptOfGlosses>> {
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
  markReason: MarkReason | null;
  markInto: string | null;
  /** Read, and never written. */
  markIntoRef?: string | null;
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
}

/** How a claim is described, and the seals of the texts that can be erased. */
export type Described = Pick<Description, 'statementDate' | 'test'> & {
  glosses: SealableText | null;
  modality: SealableText | null;
  dateBasis: SealableText | null;
  worthiness: SealableText | null;
  fidelityNote: SealableText | null;
  leads: SealableText | null;
  /** Of the verdict that awaits approval. */
  rationale: SealableText | null;
};

export interface DocketNotice {
  digest: string;
  mark: PublicMark;
  /** That was taken back. */
  revision: number;
  status: NoticeStatus;
  /** The member who wrote it, and the person behind them. */
  by: string;
  personId: string;
  decidedBy: string | null;
  /** False once they were erased. */
  hasWords: boolean;
  /** Of a new one. */
  document?: string;
}

/** A link of the chain as it stands in `attributions`. */
type NotedLink = { note: SealableText | null } & Readonly<Record<string, unknown>>;

export interface OtherClaim extends WithHead {
  /** id of the claim it was merged into. */
  mergedInto?: string | null;
  test?: boolean;
  /** Of its proposed and its published verdict, the last first. */
  ratings: readonly { status: 'proposed' | 'published'; slug: string; polarity: Polarity }[];
  contesters: readonly (Contester & { id: string; relationId: string })[];
  participants: readonly Participant[];
  /** Whether a verdict was submitted that nobody has decided on yet. */
  hasUndecidedVerdict: boolean;
  /** In both directions, where it was asked for. */
  relationCount?: number;
}
