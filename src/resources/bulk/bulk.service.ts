import type { Actor } from '../../domain/access/rules.js';
import type { Store } from '../../platform/db/transaction.js';
import type { Workflow } from '../../workflow/workflow.service.js';
import { Failure } from '../../platform/errors.js';
import { codeOf } from '../../platform/http/problem.js';
import type { Rights } from '../../platform/http/route.js';
import { numberNextStep } from '../../platform/db/transaction-steps.js';
import { findClaim, findClaimOfTask } from '../../workflow/find-claim.js';
import { readClaims } from './bulk.repository.js';
import type { BulkCommand, BulkItem } from './bulk.schema.js';

export type BulkService = ReturnType<typeof createBulkService>;

/** What came of one item: the claim it was about, or whatever was thrown. */
type Outcome = { claimId: string } | { error: unknown };

/** One move of many claims: each in a transaction of its own, so that none is held up by another's refusal. */
export function createBulkService({ store: { db }, workflow }: { store: Store; workflow: Workflow }) {
  const claimOf = async (item: BulkItem): Promise<string> =>
    'claim' in item ? (await findClaim(db, item.claim)).id : findClaimOfTask(db, item.task);

  const act = async ({ items, ...command }: BulkCommand, item: BulkItem, claimId: string, actor: Actor) => {
    switch (command.event) {
      case 'accept':
      case 'reject':
      case 'merge':
        return workflow.moveClaim(claimId, command, actor);
      case 'assign':
      case 'prioritize':
        return workflow.moveTask('task' in item ? item.task : await taskUnderWay(claimId), command, actor);
    }
  };

  const taskUnderWay = async (claimId: string): Promise<string> => {
    const { claim, task } = await workflow.taskUnderWay(claimId);
    if (task) return task.id;
    throw new Failure('conflict', `The claim ${claim.ref} is ${claim.status}: there is no task on it.`, {
      code: 'no_task',
    });
  };

  return {
    /**
     * In the order given. Once the database cannot answer, or the caller may not do this any more, the rest is not
     * tried.
     */
    async run(command: BulkCommand, rights: Pick<Rights, 'present'>) {
      const outcomes: Outcome[] = [];
      const seen = new Map<string, number>();
      let over: { error: unknown } | undefined;
      const presentCaller = () =>
        rights.present().catch((error: unknown) => {
          over = { error };
          throw error;
        });
      for (const [index, item] of command.items.entries()) {
        try {
          if (over) throw over.error;
          const actor = await presentCaller();
          const claimId = await claimOf(item);
          const first = seen.get(claimId);
          if (first !== undefined) throw duplicate(first);
          seen.set(claimId, index);
          // Sent again, an item before it may take a transaction that took none, or the other way round.
          numberNextStep(index);
          await act(command, item, claimId, actor);
          outcomes.push({ claimId });
        } catch (error) {
          if (isDown(error)) over = { error };
          outcomes.push({ error });
        }
      }
      const moved = outcomes.flatMap((outcome) => ('claimId' in outcome ? [outcome.claimId] : []));
      const now = await readClaims(db, moved);
      return outcomes.map((outcome) => {
        if ('error' in outcome) return outcome;
        const found = now.get(outcome.claimId);
        if (!found) throw new Error(`claim ${outcome.claimId} is gone`);
        return found;
      });
    },
  };
}

const isDown = (error: unknown): boolean =>
  ['database_unavailable', 'database_cannot_write'].includes(codeOf(error));

const duplicate = (first: number): Failure =>
  new Failure('conflict', `This is the same claim as that of items[${String(first)}].`, {
    code: 'duplicate_item',
  });
