/** The one way a claim changes its status: judged by the table, then status, verdict, tasks and events together. */
import { isSystem, type Actor, type Refusal } from '../domain/access/rules.js';
import { owedStage, type ClaimEvent, type Move } from '../domain/claim/lifecycle.js';
import { judgeClaimMove, type ClaimFacts } from '../domain/claim/rules.js';
import type { Tx } from '../platform/db/client.js';
import { Failure } from '../platform/errors.js';
import type { NewEvent } from '../domain/event/types.js';
import { appendEvents } from './events/events.repository.js';
import { taskTable } from '../domain/task/lifecycle.js';
import { readCitedCaptures } from './cited-captures.repository.js';
import { acknowledge, findConflicts } from './coherence.js';
import { reconsiderContestedBy } from './contest.js';
import {
  nextRevision,
  readClock,
  readCorrection,
  readRating,
  setClaim,
  setTask,
  setVerdict,
  unpublish,
  type Docket,
} from './docket.repository.js';
import type { ClaimCommand, Conflict, Decision } from './command.schema.js';
import { timeless } from './run-clock.js';

/** `merge` comes with its target resolved; `record` is the worker's and brings the verdict it has checked. */
export type DeskCommand =
  | Exclude<ClaimCommand, { event: 'merge' }>
  | Exclude<Decision, { event: 'approve' }>
  | { event: 'merge'; into: { id: string; ref: string }; note?: string | undefined }
  | Approval
  | { event: 'record'; conflicts: Conflict[] };

/** `glass`: broken to approve out of turn, with a second person. */
type Approval = Extract<Decision, { event: 'approve' }> & {
  glass?: { secondId: string; reason: string };
};

export const factsOf = (docket: Docket): ClaimFacts => ({
  status: docket.status,
  hasPublished: docket.hasPublished,
  tasks: docket.tasks,
  proposal: docket.verdict?.status === 'proposed' ? docket.verdict : null,
  parts: docket.parts,
  editors: docket.editors,
});

export function refuse({ kind, code, why }: Refusal): never {
  throw new Failure(kind, why, { code });
}

export const lostRace = (): Failure =>
  new Failure('conflict', 'Somebody else changed it in the meantime: read it again.', {
    code: 'changed_meanwhile',
  });

/** Moves the claim on a locked docket. Throws a Failure where the move is not this actor's to make. */
export async function moveClaim(tx: Tx, docket: Docket, command: DeskCommand, actor: Actor): Promise<void> {
  const { move, refusal } = judgeClaimMove(factsOf(docket), command.event, actor);
  if (refusal) refuse(refusal);
  const { event, ...details } = command;
  const effect = await take(tx, docket, command, actor);
  const moved = await setClaim(tx, docket.id, docket.status, { status: move.to, ...effect.claim });
  if (!moved) throw lostRace();
  const happened: NewEvent = {
    type: move.happens,
    subject: { type: 'claim', id: docket.id },
    claimId: docket.id,
    data: { from: docket.status, to: move.to, ...(effect.data ?? details) },
  };
  await appendEvents(tx, actor, [happened, ...(await endTasks(tx, docket, move, actor))]);
  if (answersOthers.has(event)) await reconsiderContestedBy(tx, docket.id);
}

/** The moves after which a claim counts differently for those it denies or contradicts. */
const answersOthers: ReadonlySet<ClaimEvent> = new Set<ClaimEvent>([
  'approve',
  'retract',
  'reject',
  'merge',
  'reopen',
]);

interface Effect {
  claim?: { mergedInto?: string | null; revision?: number | null; rating?: string | null };
  /** For the event; what was asked for, where this is left out. */
  data?: Record<string, unknown>;
}

/** What a move does beside the status: to the verdict, and to what is published. */
async function take(tx: Tx, docket: Docket, command: DeskCommand, actor: Actor): Promise<Effect> {
  switch (command.event) {
    case 'merge':
      return {
        claim: { mergedInto: command.into.id },
        data: { into: { id: command.into.id, ref: command.into.ref }, note: command.note ?? null },
      };
    case 'reopen':
      return { claim: { mergedInto: null } };
    case 'retract':
      await unpublish(tx, docket.id, 'retracted');
      return {
        claim: { revision: null, rating: null },
        data: { revision: docket.revision, reason: command.reason },
      };
    case 'record':
      await setVerdict(tx, proposalOf(docket).id, {
        status: 'proposed',
        conflicts: command.conflicts,
        recordedAt: await readClock(tx),
      });
      return { data: { verdict: proposalOf(docket).id } };
    case 'return':
    case 'withdraw':
      await setVerdict(tx, proposalOf(docket).id, {
        status: command.event === 'return' ? 'returned' : 'withdrawn',
        ...(command.note !== undefined && { note: command.note }),
      });
      return { data: { verdict: proposalOf(docket).id, note: command.note ?? null } };
    case 'approve':
      return publish(tx, docket, command, actor);
    default:
      return {};
  }
}

async function publish(tx: Tx, docket: Docket, command: Approval, actor: Actor): Promise<Effect> {
  const verdict = proposalOf(docket);
  const rating = await readRating(tx, verdict.scale, verdict.veracity);
  if (!rating || isSystem(actor)) throw new Error('an approval takes a rating of the scale and a person');
  const conflicts = acknowledge(await findConflicts(tx, { claim: docket, rating }), command.acknowledge);
  const revision = await nextRevision(tx, docket.id);
  const correction = docket.hasPublished ? await readCorrection(tx, docket.id) : null;
  await unpublish(tx, docket.id, 'superseded');
  await setVerdict(tx, verdict.id, {
    status: 'published',
    revision,
    conflicts,
    approverId: actor.memberId,
    publishedAt: await readClock(tx),
    ...(command.note !== undefined && { note: command.note }),
    ...(correction && { correctionReason: correction.reason, correctionNote: correction.note }),
    ...(command.glass && { secondId: command.glass.secondId, breakGlassReason: command.glass.reason }),
  });
  const cited = await readCitedCaptures(tx, verdict.id);
  return {
    claim: { revision, rating: rating.slug },
    data: {
      verdict: verdict.id,
      revision,
      rating: rating.slug,
      ...(cited.length > 0 && { captures: cited }),
      ...(correction && { correction: { ...correction, from: docket.revision } }),
    },
  };
}

function proposalOf({ verdict }: Docket) {
  if (!verdict) throw new Error('no verdict is under way');
  return verdict;
}

/** Ends the live tasks that the new status does not owe, in the way the move says. */
async function endTasks(tx: Tx, docket: Docket, { to, ends }: Move, actor: Actor): Promise<NewEvent[]> {
  const newEvents: NewEvent[] = [];
  for (const task of docket.tasks) {
    if (task.stage === owedStage[to]) continue;
    const move = ends && taskTable[task.status][ends];
    if (!move) throw new Error(`a ${task.stage} task is left over after ${docket.status} → ${to}`);
    const doer =
      isSystem(actor) || ends === 'cancel' ? {} : { assigneeId: task.assigneeId ?? actor.memberId };
    const set = await setTask(tx, task.id, task.status, {
      status: move.to,
      closedAt: await readClock(tx),
      ...timeless,
      ...doer,
    });
    if (!set) throw lostRace();
    newEvents.push({
      type: move.happens,
      subject: { type: 'task', id: task.id },
      claimId: docket.id,
      data: { stage: task.stage, round: task.round },
    });
  }
  return newEvents;
}
