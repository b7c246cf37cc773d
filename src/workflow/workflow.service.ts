import { isSystem, type Actor, type Caller } from '../domain/access/rules.js';
import { judgeClaimMove, listClaimMoves } from '../domain/claim/rules.js';
import { findClaim } from './find-claim.js';
import type { Tx } from '../platform/db/client.js';
import type { Store } from '../platform/db/transaction.js';
import { Failure, notFound } from '../platform/errors.js';
import { listTaskMoves } from '../domain/task/rules.js';
import {
  claimOfTask,
  findMember,
  lockDocket,
  readDocket,
  setTriage,
  type Docket,
  type LiveTask,
} from './docket.repository.js';
import { autoAssign } from './auto-assign.js';
import type { ClaimCommand, Decision, Prioritization, TaskCommand } from './command.schema.js';
import { fireDue } from './fire-due.js';
import { factsOf, moveClaim, refuse, type DeskCommand } from './move-claim.js';
import { moveTask, taskFactsOf, type TaskChange } from './move-task.js';
import { openOwedTask } from './open-task.js';
import { prioritize } from './prioritize.js';
import { isReadyForMore, requireRoom } from './workload.js';

export type { Docket, LiveTask } from './docket.repository.js';

export type Desk = ReturnType<typeof createDesk>;

/** Called under lock, before anything is changed; throws where the caller's view of the claim is stale. */
export type Precondition = (version: number, tx: Tx) => void | Promise<void>;

/** The use case every path goes through that moves a claim or a task: HTTP, workers, command line. */
export function createDesk({ store: { db, transact } }: { store: Store }) {
  /** Runs one piece of desk work on a claim, under its lock. */
  const onDocket = <Result>(
    claimId: string,
    work: (tx: Tx, docket: Docket) => Promise<Result>,
  ): Promise<Result> =>
    transact(async (tx) => {
      const docket = await lockDocket(tx, claimId);
      if (!docket) throw notFound('claim', claimId);
      return work(tx, docket);
    });

  const onTask = async <Result>(
    taskId: string,
    work: (tx: Tx, docket: Docket, task: LiveTask) => Promise<Result>,
  ): Promise<Result> => {
    const claimId = await claimOfTask(db, taskId);
    if (claimId === undefined) throw notFound('task', taskId);
    return onDocket(claimId, (tx, docket) => {
      const task = docket.tasks.find(({ id }) => id === taskId);
      if (!task) throw new Failure('conflict', 'This task has ended.', { code: 'illegal_move' });
      return work(tx, docket, task);
    });
  };

  return {
    onDocket,
    onTask,

    async listClaimMoves(idOrRef: string, caller: Caller) {
      const docket = await readDocket(db, (await findClaim(db, idOrRef)).id);
      if (!docket) throw notFound('claim', idOrRef);
      return {
        status: docket.status,
        items: listClaimMoves(factsOf(docket), caller),
        version: docket.version,
      };
    },

    async moveClaim(
      idOrRef: string,
      command: ClaimCommand | Decision,
      actor: Actor,
      check: Precondition = () => undefined,
    ) {
      const { id } = await findClaim(db, idOrRef);
      await onDocket(id, async (tx, docket) => {
        await check(docket.version, tx);
        if (command.event === 'start' || command.event === 'release') {
          await moveReview(tx, docket, command, actor);
          return;
        }
        if (command.event === 'accept') await setTriage(tx, id, command);
        await moveClaim(tx, docket, await resolve(tx, docket, command), actor);
      });
    },

    /** Takes the task that `find` picks and locks; undefined when it finds none. */
    takeFound: (find: (tx: Tx) => Promise<{ taskId: string; claimId: string } | undefined>, caller: Caller) =>
      transact(async (tx) => {
        const found = await find(tx);
        const docket = found && (await lockDocket(tx, found.claimId));
        const task = docket?.tasks.find(({ id }) => id === found?.taskId);
        if (!docket || !task) return undefined;
        await moveTask(tx, docket, task, { event: 'take' }, caller);
        return task.id;
      }),

    async listTaskMoves(taskId: string, caller: Caller) {
      const claimId = await claimOfTask(db, taskId);
      const docket = claimId === undefined ? null : await readDocket(db, claimId);
      if (!docket) throw notFound('task', taskId);
      const task = docket.tasks.find(({ id }) => id === taskId);
      return task ? listTaskMoves(taskFactsOf(docket, task), caller) : [];
    },

    async moveTask(
      taskId: string,
      command: TaskCommand,
      actor: Actor,
      check: (versions: { claim: number; task: number }) => void = () => undefined,
    ): Promise<void> {
      await onTask(taskId, async (tx, docket, task) => {
        check({ claim: docket.version, task: task.version });
        const { event, ...rest } = command;
        const change: TaskChange = {
          event,
          ...('note' in rest && { note: rest.note }),
          ...('reason' in rest && { reason: rest.reason }),
        };
        if (command.event === 'assign') {
          change.assignee = await resolveMember(tx, command.assignee);
          if (command.override) change.grounds = { override: true };
        }
        // Who takes a task by name is at work, away or not; the limit holds all the same.
        if (command.event === 'take' && !isSystem(actor)) await isReadyForMore(tx, actor.memberId);
        await moveTask(tx, docket, task, change, actor);
        // Last, so that who may not assign at all is told that, and nothing about the other's work.
        if (change.assignee && !change.grounds) await requireRoom(tx, change.assignee.id);
      });
    },

    async prioritize(
      taskId: string,
      input: Prioritization,
      actor: Actor,
      check: (versions: { claim: number; task: number }) => void = () => undefined,
    ): Promise<void> {
      await onTask(taskId, async (tx, docket, task) => {
        check({ claim: docket.version, task: task.version });
        await prioritize(tx, docket, input, actor);
      });
    },

    /** Says what is due on a task by now; does nothing where nothing is, or the task has ended. */
    async checkTimes(taskId: string): Promise<void> {
      const claimId = await claimOfTask(db, taskId);
      if (claimId !== undefined) await onDocket(claimId, (tx, docket) => fireDue(tx, docket, taskId));
    },

    /** What a worker does with the job `open-task`. */
    async openOwedTask(claimId: string): Promise<void> {
      await transact(async (tx) => {
        const docket = await lockDocket(tx, claimId);
        const taskId = docket && (await openOwedTask(tx, docket));
        const opened = taskId ? await readDocket(tx, claimId) : null;
        if (opened && taskId) await autoAssign(tx, opened, taskId);
      });
    },
  };
}

/** `start` and `release` of a claim are those of its review task. */
async function moveReview(tx: Tx, docket: Docket, command: { event: 'start' | 'release' }, actor: Actor) {
  // By the table of the claim, even where the task alone could move.
  const { refusal } = judgeClaimMove(factsOf(docket), command.event, actor);
  if (refusal) refuse(refusal);
  const task = docket.tasks.find(({ stage }) => stage === 'review');
  if (task) await moveTask(tx, docket, task, command, actor);
  else await moveClaim(tx, docket, command, actor);
}

async function resolve(
  tx: Tx,
  docket: Docket,
  command: Exclude<ClaimCommand | Decision, { event: 'start' | 'release' }>,
): Promise<DeskCommand> {
  if (command.event !== 'merge') return command;
  const { id } = await findClaim(tx, command.into);
  if (id === docket.id) {
    throw new Failure('conflict', 'A claim cannot be merged into itself.', { code: 'merge_into_itself' });
  }
  // Under lock: two claims that are merged into each other at once would otherwise both go.
  const into = await lockDocket(tx, id);
  if (!into) throw notFound('claim', command.into);
  if (into.status === 'merged' || into.status === 'rejected') {
    throw new Failure(
      'conflict',
      `The claim ${into.ref} is ${into.status} itself: merge into one that stands.`,
      {
        code: 'merge_target_gone',
      },
    );
  }
  return { ...command, into: { id: into.id, ref: into.ref } };
}

async function resolveMember(tx: Tx, idOrRef: string) {
  const member = await findMember(tx, idOrRef);
  if (!member) throw notFound('member', idOrRef);
  return member;
}
