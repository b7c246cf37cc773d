/** PURE: the one way a claim changes its status: judged by the table, then status, verdict, tasks and events together. */
import { isSystem, type Actor, type Party, type system } from '../domain/access/rules.js';
import { notThere, unknownReference, type Refusal } from '../domain/problem/refusal.js';
import { owedStage, type ClaimMoveName, type Move } from '../domain/claim/lifecycle.js';
import { mergeTargetFault } from '../domain/claim/merge-target.js';
import { judgeClaimMove, listClaimMoves } from '../domain/claim/rules.js';
import { asParty } from '../domain/verdict/lifecycle.js';
import { taskTable } from '../domain/task/lifecycle.js';
import { addEvents, setClaim, setTask, andThen, type Change, type Decision } from './change.js';
import { applyEffect, type ClaimAction } from './claim-effects.js';
import { reconsiderContested } from './reconsider-contested.js';
import type { Docket } from './docket.js';
import { claimFactsOf, liveTasks, otherNamed } from './docket-facts.js';
import { noteMergeTarget } from './note-merge-target.js';
import { refuseChangeOfRelated } from './refuse-writing.js';
import { endSubmittedVerdictOf } from './end-refused-verdict.js';
import { timeless } from './task-times.js';

/** Moves that depend on related claims, or change whether those are contested, or what was merged into this one. */
export const needsRelated: ReadonlySet<ClaimMoveName> = new Set<ClaimMoveName>([
  'approve',
  'retract',
  'reject',
  'merge',
  'reopen',
]);

/** The moves that take a claim out of the editions of related ones, or put it into them again. */
const leavesOrJoins: ReadonlySet<ClaimMoveName> = new Set<ClaimMoveName>([
  'retract',
  'reject',
  'merge',
  'reopen',
]);

/** What was written so far is dropped with these, and with it who wrote it: the next round begins from nothing. */
export const dropsDrafts: ReadonlySet<ClaimMoveName> = new Set<ClaimMoveName>(['cancel', 'reopen']);

/** Moves the claim as one step of a change. */
export function moveClaim(change: Change, command: ClaimAction, actor: Actor): Decision {
  const { docket } = change;
  const misplaced = command.event === 'merge' ? refuseTarget(docket, command.into) : undefined;
  if (misplaced) return misplaced;
  // Confirmed by a second person, it is the decision of whoever broke the glass.
  const decider = command.event === 'approve' && command.glass ? asParty(command.glass.by) : actor;
  const { move, refusal } = judgeClaimMove(claimFactsOf(docket), command.event, decider);
  if (refusal) return refusal;
  const unexplained = command.event === 'merge' && refuseWithoutNote(docket, command.note);
  if (unexplained) return unexplained;
  if (leavesOrJoins.has(command.event)) {
    const last = refuseChangeOfRelated(docket, actor);
    if (last) return last;
  }
  const effect = applyEffect(change, command, actor);
  if ('why' in effect) return effect;
  return andThen(
    addEvents(setClaim(effect.change, { status: move.to }), actor, {
      type: move.eventType,
      subject: { type: 'claim', id: docket.claim.id },
      data: { from: docket.claim.status, to: move.to, ...effect.data },
    }),
    (moved) => endTasks(moved, move, { actor, decider }),
    (moved) => (dropsDrafts.has(command.event) ? dropDrafts(moved) : moved),
    (moved) => (needsRelated.has(command.event) ? noteMergeTarget(reconsiderContested(moved)) : moved),
  );
}

/** Every move of the claim for this caller, as `moveClaim` judges it but for what comes with a command. */
export function listMovesOf(docket: Docket, actor: Party): ReturnType<typeof listClaimMoves> {
  const last = refuseChangeOfRelated(docket, actor);
  return listClaimMoves(claimFactsOf(docket), actor).map((move) =>
    last && move.allowed && leavesOrJoins.has(move.event) ? { ...move, allowed: false, why: last.why } : move,
  );
}

/** Why the claim cannot be merged into that one. */
function refuseTarget(docket: Docket, name: string): Refusal | undefined {
  const { claim } = docket;
  if (name === claim.id || name === claim.ref) {
    return { kind: 'conflict', code: 'merge_into_itself', why: 'A claim cannot be merged into itself.' };
  }
  const into = otherNamed(docket, name);
  if (!into) return unknownReference(notThere('/into', 'claim', name));
  const fault = mergeTargetFault(
    { isPublished: claim.revision !== null, test: claim.test ?? false },
    {
      status: into.status,
      isPublished: into.ratings.some(({ status }) => status === 'published'),
      test: into.test,
    },
  );
  if (fault === undefined) return undefined;
  if (fault === 'gone') {
    const why = `The claim ${into.ref} is ${into.status} itself: merge into one that stands.`;
    return { kind: 'conflict', code: 'merge_target_gone', why };
  }
  const why =
    fault === 'trial'
      ? `The claim is published, and ${into.ref} only tries something out: merge it into one that is published.`
      : `The claim is published, and ${into.ref} is not: merge it into one that is published.`;
  return { kind: 'conflict', code: 'merge_target_unpublished', why };
}

/** Readers know it: they are told why they are led elsewhere. */
const refuseWithoutNote = ({ claim }: Docket, note: string | undefined): Refusal | undefined =>
  claim.revision === null || note !== undefined
    ? undefined
    : {
        kind: 'unprocessable',
        code: 'merge_note_missing',
        why: 'Readers know the claim: say to them in a note why it goes into another.',
        faults: [{ pointer: '/note', message: 'is needed of a published claim' }],
      };

const dropDrafts = (change: Change): Change =>
  change.docket.tasks
    .filter(({ draft }) => draft !== null)
    .reduce((so, { id }) => setTask(so, id, { draft: null }), change);

/** Ends the live tasks that the new status does not owe, in the way the move says and in the decider's name. */
function endTasks(
  change: Change,
  { to, ends }: Move,
  { actor, decider }: { actor: Actor; decider: Party | typeof system },
): Change {
  const leftOver = liveTasks(change.docket).filter(({ stage }) => stage !== owedStage[to]);
  return leftOver.reduce((so, task) => {
    const move = ends && taskTable[task.status][ends];
    if (!move) throw new Error(`a ${task.stage} task is left over in ${to}`);
    const doer =
      isSystem(decider) || ends === 'cancel' ? {} : { assigneeId: task.assigneeId ?? decider.memberId };
    const ended = setTask(so, task.id, {
      status: move.to,
      closedAt: change.docket.now,
      ...timeless,
      ...doer,
    });
    const said = addEvents(ended, actor, {
      type: move.eventType,
      subject: { type: 'task', id: task.id },
      data: { stage: task.stage, round: task.round },
    });
    return endSubmittedVerdictOf(said, task.id);
  }, change);
}
