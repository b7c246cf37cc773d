import { may, type Caller } from '../../domain/access/rules.js';
import { findClaim } from '../../workflow/find-claim.js';
import type { Pool } from '../../platform/db/client.js';
import type { Store } from '../../platform/db/transaction.js';
import { renewLease } from '../../workflow/renew-lease.js';
import type { Desk } from '../../workflow/workflow.service.js';
import { isReadyForMore } from '../../workflow/workload.js';
import { Failure, notFound } from '../../platform/errors.js';
import { openCursor, readSort } from '../../platform/http/list-query.js';
import type { Job } from '../../platform/queue/job.js';
import { refuseSide } from '../../domain/task/side.js';
import { findNextTask } from '../../workflow/next-task.js';
import { stagePermission, stages, writesVerdict, type Stage } from '../../domain/task/lifecycle.js';
import { listTasks, taskSortKeys } from './task-list.queries.js';
import type { TaskQuery } from './task-list.schema.js';
import { readTask } from './task.queries.js';
import { findOwed, readDraft, saveDraft } from './task.repository.js';
import type { Draft } from '../verdicts/verdict.schema.js';

export type TaskService = ReturnType<typeof createTaskService>;

/** How much one sweep looks up at most; what is left over is found by the next. */
const sweepLimit = 1000;

interface Deps {
  store: Store;
  pool: Pool;
  desk: Desk;
}

export function createTaskService({ store: { db, transact }, pool, desk }: Deps) {
  const list = async (query: TaskQuery, { memberId }: Caller, claimId?: string) => {
    const { limit, after, sort: by, ...given } = query;
    const assignee = given.assignee?.map((name) => (name === 'me' ? memberId : name));
    const filters = { ...given, assignee };
    const asked = { sort: by, ...filters, claimId };
    const { sort, descending } = readSort(by, taskSortKeys);
    const place = openCursor(after, sort, asked);
    const page = await listTasks(pool, { filters, claimId, sort, descending, after: place, limit });
    return { page, asked };
  };

  return {
    async read(id: string) {
      const row = await readTask(pool, id);
      if (!row) throw notFound('task', id);
      return row;
    },

    list: (query: TaskQuery, caller: Caller) => list(query, caller),

    listOfClaim: async (claimIdOrRef: string, query: TaskQuery, caller: Caller) =>
      list(query, caller, (await findClaim(db, claimIdOrRef)).id),

    /** Takes the best open task for this member; undefined when there is none, or they are away. */
    async takeNext(caller: Caller, wanted: readonly Stage[] = stages) {
      const possible = wanted.filter((stage) => may(caller.role, stagePermission[stage]));
      const id = await desk.takeFound(
        async (tx) =>
          (await isReadyForMore(tx, caller.memberId)) ? findNextTask(tx, caller, possible) : undefined,
        caller,
      );
      return id === undefined ? undefined : this.read(id);
    },

    /** The draft, for its author and for editors. */
    async readDraft(id: string, caller: Caller) {
      const row = await findDraft(id);
      if (row.assigneeId !== caller.memberId && caller.role !== 'editor') {
        throw new Failure('forbidden', 'A draft is seen by whoever holds the task and by editors.', {
          code: 'not_the_holder',
        });
      }
      return { task: row.id, draft: row.draft as Record<string, unknown> | null, version: row.draftVersion };
    },

    async saveDraft(id: string, draft: Draft, caller: Caller, check: (version: number) => void) {
      const row = await findDraft(id);
      if (!writesVerdict(row.stage)) {
        throw new Failure('conflict', `A ${row.stage} task has no draft.`, { code: 'no_verdict_here' });
      }
      if (row.assigneeId !== caller.memberId) {
        throw new Failure('forbidden', 'Only whoever holds the task may write its draft.', {
          code: 'not_the_holder',
        });
      }
      const refusal = refuseSide({ parts: row.claim.sides, editors: [] }, caller.memberId, 'writing');
      if (refusal) throw new Failure(refusal.kind, refusal.why, { code: refusal.code });
      const saved = await transact(async (tx) => {
        // In here, because a retry of a save that went through is past it.
        check(row.draftVersion);
        const done = await saveDraft(tx, { ...row, assigneeId: caller.memberId }, draft);
        if (done) await renewLease(tx, row.claimId, caller);
        return done;
      });
      if (!saved) {
        throw new Failure(
          'conflict',
          'The task was moved or its draft saved from elsewhere: read it again.',
          {
            code: 'changed_meanwhile',
          },
        );
      }
      return this.readDraft(id, caller);
    },

    /** Jobs for everything that is owed, whatever the queue has forgotten. */
    async findOwed(): Promise<Job[]> {
      const { claims, verdicts } = await findOwed(db, sweepLimit);
      return [
        ...claims.map((claimId): Job => ({ name: 'open-task', payload: { claimId } })),
        ...verdicts.map((verdictId): Job => ({ name: 'record-verdict', payload: { verdictId } })),
      ];
    },
  };

  async function findDraft(id: string) {
    const row = await readDraft(db, id);
    if (!row) throw notFound('task', id);
    return row;
  }
}
