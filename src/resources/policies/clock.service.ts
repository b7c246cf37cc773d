import type { Actor } from '../../domain/access/rules.js';
import { singleSubjectId } from '../../domain/replay/beginning.js';
import type { Tx } from '../../platform/db/client.js';
import type { Store } from '../../platform/db/transaction.js';
import type { Workflow } from '../../workflow/workflow.service.js';
import { appendEvents } from '../../workflow/events/events.repository.js';
import type { Job } from '../../platform/queue/job.js';
import { sweepLimit } from '../../platform/queue/sweep.js';
import { findDueTasks, lockPolicies, readPolicies, setClockPolicy, setDesk } from './clock.repository.js';
import type { DeskPatch, Policies, PolicyName } from './policy.schema.js';

export type ClockService = ReturnType<typeof createClockService>;

type Check = (current: Policies) => void;

interface Deps {
  store: Store;
  workflow: Pick<Workflow, 'checkClock'>;
}

/** How long things may take, and what happens when they take longer. */
export function createClockService({ store: { db, transact }, workflow }: Deps) {
  const change = (actor: Actor, check: Check, work: (tx: Tx, was: Policies) => Promise<object>) =>
    transact(async (tx) => {
      const was = await lockPolicies(tx);
      check(was);
      const data = await work(tx, was);
      const subject = { type: 'policy' as const, id: singleSubjectId };
      await appendEvents(tx, actor, [{ type: 'policy.changed', subject, data: { ...data } }]);
      return readPolicies(tx);
    });

  return {
    /** Says what is due on a task by now. Done twice, or on a task that has ended, it does nothing. */
    check: (taskId: string): Promise<void> => workflow.checkClock(taskId),

    /** Jobs for every task on which something is due, whatever the queue has forgotten. */
    findOwed: async (): Promise<Job[]> =>
      (await findDueTasks(db, sweepLimit)).map((taskId) => ({ name: 'check-clock', payload: { taskId } })),

    readPolicies: (): Promise<Policies> => readPolicies(db),

    /** Holds for clocks that start from now on; those that run keep their times. */
    setClock: (policy: PolicyName, minutes: number, actor: Actor, check: Check): Promise<Policies> =>
      change(actor, check, async (tx, was) => {
        const before = was.clocks.find(
          (one) => one.clock === policy.clock && one.priority === policy.priority,
        );
        await setClockPolicy(tx, policy, minutes);
        await setDesk(tx, {});
        return { ...policy, minutes, was: before?.minutes ?? null };
      }),

    changeDesk: (
      { autoAssign, wipLimit, leaseMinutes }: DeskPatch,
      actor: Actor,
      check: Check,
    ): Promise<Policies> =>
      change(actor, check, async (tx, { desk: was }) => {
        const given = {
          ...(autoAssign !== undefined && { autoAssign }),
          ...(wipLimit !== undefined && { wipLimit }),
          ...(leaseMinutes !== undefined && { leaseMinutes }),
        };
        await setDesk(tx, given);
        return { ...given, was };
      }),
  };
}
