/** PURE: what people may ask of the desk, as the rules see it. Its moves are parsed by command.schema.ts, what is written by the resources. */
import type { RetractionReason } from '../domain/claim/retraction.js';
import type { AttributionFinding, FidelityFinding } from '../domain/verdict/rules.js';
import type { Priority } from '../domain/task/priority.js';
import type { CorrectionReason } from '../domain/claim/correction.js';
import type { Acknowledgement } from './docket-verdict.js';

type Text = string | undefined;

/** Of the edition that was read: SHA-256, 64 hex digits. */
type Digest = string | undefined;

export interface Approval {
  edition?: Digest;
  note?: Text;
  acknowledge?: readonly Acknowledgement[] | undefined;
}

/** A move of the claim that is made on its verdict. */
export type VerdictCommand =
  | ({ event: 'approve' } & Approval)
  | { event: 'return'; edition?: Digest; note: string }
  | { event: 'withdraw'; note?: Text };

export type ClaimCommand =
  | { event: 'accept'; priority?: Priority | undefined; topics?: readonly string[] | undefined }
  | { event: 'reject' | 'reopen'; reason: string }
  | { event: 'retract'; reason: RetractionReason; note?: Text }
  | { event: 'merge'; into: string; note?: Text }
  | { event: 'start' }
  | { event: 'release'; note?: Text }
  | { event: 'cancel'; note?: Text }
  | { event: 'correct'; reason: CorrectionReason; note: string };

export type TaskCommand =
  | { event: 'assign'; assignee: string; note?: Text; override?: boolean | undefined }
  | { event: 'take'; start?: boolean | undefined }
  | { event: 'start' }
  | { event: 'release' | 'extend' | 'unpause'; note?: Text }
  | { event: 'pause'; reason: string }
  | { event: 'prioritize'; priority: Priority; note?: Text };

export interface BreakGlass extends Approval {
  event: 'break_glass';
  reason: string;
  /** id or ref of the second person. */
  second: string;
}

/** By the second person of a decision out of turn. */
export interface Confirmation {
  event: 'confirm';
  edition?: Digest;
}

interface Findings {
  attribution: AttributionFinding;
  fidelity: FidelityFinding;
  veracity: string;
}

export interface CitedAct {
  /** id or ref of the provision. */
  id: string;
  act: string;
  actor: string;
  date: string;
  direction?: 'to' | 'from' | undefined;
}

export interface WrittenVerdict {
  findings: Findings;
  rationale: Readonly<Record<string, string>>;
  evidence: readonly string[];
  /** Those that are meant, where it is not the last one that succeeded. */
  captures?: readonly string[] | undefined;
  provisions: readonly CitedAct[];
  recheckAt?: string | null | undefined;
}

export type VerdictEdit = {
  [Field in Exclude<keyof WrittenVerdict, 'findings'>]?: WrittenVerdict[Field] | undefined;
} & {
  findings?: { [Field in keyof Findings]?: Findings[Field] | undefined } | undefined;
};
