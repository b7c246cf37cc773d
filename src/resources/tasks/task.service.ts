import { may, type Caller } from '../../domain/access/rules.js';
import { findClaim } from '../../workflow/find-claim.js';
import type { Pool } from '../../platform/db/client.js';
import type { Store } from '../../platform/db/transaction.js';
import type { Workflow, Versions } from '../../workflow/workflow.service.js';
import { Failure, notFound } from '../../platform/errors.js';
import { openCursor, readSort } from '../../platform/http/list-query.js';
import type { Job } from '../../platform/queue/job.js';
import { sweepLimit } from '../../platform/queue/sweep.js';
import { stagePermission, stages } from '../../domain/task/lifecycle.js';
import { listTasks, taskSortKeys } from './task-list.queries.js';
import type { TaskQuery } from './task-list.schema.js';
import { readTaken, readTask } from './task.queries.js';
import type { NextInput } from './task.schema.js';
import { findOwed, readDraft } from './task.repository.js';
import type { Draft } from '../verdicts/verdict.schema.js';

export type TaskService = ReturnType<typeof createTaskService>;

interface Deps {
  store: Store;
  pool: Pool;
  workflow: Workflow;
}

/** What was written so far, as it was sent. */
type Written = Record<string, unknown> | null;

export function createTaskService({ store: { db }, pool, workflow }: Deps) {
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
    async takeNext(caller: Caller, { stages: wanted, start }: NextInput) {
      const possible = (wanted ?? stages).filter((stage) => may(caller.role, stagePermission[stage]));
      const id = await workflow.takeNext(caller, { stages: possible, start });
      return id === undefined ? undefined : readTaken(pool, id, caller.memberId);
    },

    /** The draft, for its author and for editors. */
    async readDraft(id: string, caller: Caller) {
      const row = await findDraft(id);
      if (row.assigneeId !== caller.memberId && caller.role !== 'editor') {
        throw new Failure('forbidden', 'A draft is seen by whoever holds the task and by editors.', {
          code: 'not_the_holder',
        });
      }
      return {
        task: { id: row.id },
        draft: row.draft as Written,
        version: row.draftVersion,
      };
    },

    async saveDraft(id: string, draft: Draft, caller: Caller, check: (version: number) => void) {
      const after = await workflow.saveDraft(id, draft, caller, (versions: Versions) => {
        check(versions.draft);
      });
      const saved = after?.tasks.find((task) => task.id === id);
      // What was written, under its own tag: by now there may be a later one. Sent again, what there is.
      if (!saved) return this.readDraft(id, caller);
      return { task: { id }, draft: saved.draft as Written, version: saved.draftVersion };
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
