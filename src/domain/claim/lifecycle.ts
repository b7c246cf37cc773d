/**
 * PURE: the life of a claim. One table drives every change, on every path (HTTP, worker, command line,
 * import); a missing cell is an illegal move.
 */
import type { EventType } from '../event/types.js';
import type { Stage, TaskMoveName, TaskStatus } from '../task/lifecycle.js';

export const claimStatuses = [
  'submitted',
  'open',
  'in_review',
  'in_approval',
  'published',
  'correcting',
  'rejected',
  'merged',
  'retracted',
] as const;
export type ClaimStatus = (typeof claimStatuses)[number];

/** Off the table: such a claim contests nothing, and leads nobody who follows a merge any further. */
export const endedStatuses = ['rejected', 'merged', 'retracted'] as const satisfies readonly ClaimStatus[];
export type EndedStatus = (typeof endedStatuses)[number];

/** Null while the claim stands, whatever is done about it. */
export const endedStatus = (status: ClaimStatus): EndedStatus | null =>
  endedStatuses.find((ended) => ended === status) ?? null;

export const claimMoveNames = [
  'accept',
  'reject',
  'merge',
  'start',
  'release',
  'record',
  'approve',
  'return',
  'withdraw',
  'correct',
  'cancel',
  'retract',
  'reopen',
] as const;
export type ClaimMoveName = (typeof claimMoveNames)[number];

/**
 * Who may make a move: an `editor`; the `holder` of the claim's live task; an `other_editor` than those who
 * wrote or edited the verdict; the `author` of the verdict; a `writing_editor`, who wrote some of what would be published and so
 * does not decide; the `system`.
 */
export type Mover = 'editor' | 'holder' | 'other_editor' | 'author' | 'writing_editor' | 'system';

export interface Move {
  to: ClaimStatus;
  by: readonly Mover[];
  /** What it appends to the history. */
  eventType: EventType;
  /** What becomes of live tasks whose stage the new status does not owe. */
  ends?: Extract<TaskMoveName, 'complete' | 'return' | 'cancel'>;
  /** Only while a revision of the verdict is published, or only while none is. */
  when?: 'published' | 'unpublished';
}

type Row = Partial<Record<ClaimMoveName, Move | readonly Move[]>>;

export const claimTable: Readonly<Record<ClaimStatus, Row>> = {
  submitted: {
    accept: { to: 'open', by: ['editor'], eventType: 'claim.accepted', ends: 'complete' },
    reject: { to: 'rejected', by: ['editor'], eventType: 'claim.rejected', ends: 'complete' },
    merge: { to: 'merged', by: ['editor'], eventType: 'claim.merged', ends: 'complete' },
  },
  open: {
    start: { to: 'in_review', by: ['holder'], eventType: 'claim.started' },
    reject: { to: 'rejected', by: ['editor'], eventType: 'claim.rejected', ends: 'cancel' },
    merge: { to: 'merged', by: ['editor'], eventType: 'claim.merged', ends: 'cancel' },
  },
  in_review: {
    record: { to: 'in_approval', by: ['system'], eventType: 'claim.verdict_recorded', ends: 'complete' },
    release: { to: 'open', by: ['holder', 'editor', 'system'], eventType: 'claim.released' },
    // Found out late: only while nothing is published, which is so in review.
    reject: { to: 'rejected', by: ['editor'], eventType: 'claim.rejected', ends: 'cancel' },
    merge: { to: 'merged', by: ['editor'], eventType: 'claim.merged', ends: 'cancel' },
  },
  in_approval: {
    approve: { to: 'published', by: ['other_editor'], eventType: 'claim.approved', ends: 'complete' },
    // A returned correction goes on being one: its published revision still stands.
    return: [
      {
        to: 'in_review',
        by: ['other_editor'],
        eventType: 'claim.returned',
        ends: 'return',
        when: 'unpublished',
      },
      {
        to: 'correcting',
        by: ['other_editor'],
        eventType: 'claim.returned',
        ends: 'return',
        when: 'published',
      },
    ],
    withdraw: [
      {
        to: 'in_review',
        by: ['author', 'writing_editor'],
        eventType: 'claim.withdrawn',
        ends: 'cancel',
        when: 'unpublished',
      },
      {
        to: 'correcting',
        by: ['author', 'writing_editor'],
        eventType: 'claim.withdrawn',
        ends: 'cancel',
        when: 'published',
      },
    ],
  },
  published: {
    correct: { to: 'correcting', by: ['editor'], eventType: 'claim.correction_started' },
    retract: { to: 'retracted', by: ['editor'], eventType: 'claim.retracted' },
    merge: { to: 'merged', by: ['editor'], eventType: 'claim.merged' },
  },
  correcting: {
    record: { to: 'in_approval', by: ['system'], eventType: 'claim.verdict_recorded', ends: 'complete' },
    cancel: { to: 'published', by: ['editor'], eventType: 'claim.correction_canceled', ends: 'cancel' },
  },
  rejected: { reopen: { to: 'submitted', by: ['editor'], eventType: 'claim.reopened' } },
  merged: { reopen: { to: 'submitted', by: ['editor'], eventType: 'claim.reopened' } },
  retracted: { reopen: { to: 'submitted', by: ['editor'], eventType: 'claim.reopened' } },
};

/**
 * The one live task that a claim may have in a status, and where that task may stand. None at all is allowed, too: it
 * is owed then and not opened yet.
 */
const liveTask: Readonly<Record<ClaimStatus, { stage: Stage; statuses: readonly TaskStatus[] } | null>> = {
  submitted: { stage: 'triage', statuses: ['open', 'assigned', 'in_progress'] },
  open: { stage: 'review', statuses: ['open', 'assigned'] },
  in_review: { stage: 'review', statuses: ['in_progress', 'submitted'] },
  in_approval: { stage: 'approval', statuses: ['open', 'assigned', 'in_progress'] },
  published: null,
  correcting: { stage: 'correction', statuses: ['open', 'assigned', 'in_progress', 'submitted'] },
  rejected: null,
  merged: null,
  retracted: null,
};

/** The stage of the task that must exist while a claim is in a status: what is lost from the queue is found by it. */
export const owedStage = Object.fromEntries(
  claimStatuses.map((status) => [status, liveTask[status]?.stage ?? null]),
) as Readonly<Record<ClaimStatus, Stage | null>>;

/** Whether these can be the live tasks of a claim in this status. */
export function agrees(status: ClaimStatus, live: readonly { stage: Stage; status: TaskStatus }[]): boolean {
  const allowed = liveTask[status];
  return (
    live.length === 0 ||
    (live.length === 1 &&
      live.every((task) => task.stage === allowed?.stage && allowed.statuses.includes(task.status)))
  );
}

/** All moves in a cell: none where the move is illegal, two where a published revision makes a difference. */
export function movesAt(status: ClaimStatus, event: ClaimMoveName): readonly Move[] {
  const cell = claimTable[status][event];
  if (cell === undefined) return [];
  return 'to' in cell ? [cell] : cell;
}

/** The move an event makes from here, or undefined where the table has none. */
export function claimMove(
  status: ClaimStatus,
  event: ClaimMoveName,
  hasPublished: boolean,
): Move | undefined {
  const holds = hasPublished ? 'published' : 'unpublished';
  return movesAt(status, event).find(({ when }) => when === undefined || when === holds);
}
