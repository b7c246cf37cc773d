import { may, type Caller } from '../../domain/access/rules.js';
import type { ClaimService } from '../claims/claim.service.js';
import { viewSummary } from '../claims/claim-summary.js';
import type { Store } from '../../platform/db/transaction.js';
import { renewLease } from '../../workflow/renew-lease.js';
import type { Desk } from '../../workflow/workflow.service.js';
import { isReadyForMore } from '../../workflow/workload.js';
import { Failure, notFound } from '../../platform/errors.js';
import { decodeCursor } from '../../platform/http/cursor.js';
import { toPage } from '../../platform/http/page.js';
import { uuid } from '../../platform/http/schema.js';
import type { Job } from '../../platform/queue/jobs.js';
import { refuseSide } from '../../domain/task/side.js';
import { findNextTask } from '../../workflow/next-task.js';
import { stagePermission, stages, writesVerdict, type Stage } from '../../domain/task/lifecycle.js';
import { findOwed, readDraft, readTask, readTasks, saveDraft, type TaskRow } from './task.repository.js';
import { findTaskIds } from './task-list.repository.js';
import type { TaskQuery } from './task.schema.js';
import type { Draft } from '../verdicts/verdict.schema.js';

export type TaskService = ReturnType<typeof createTaskService>;

/** How much one sweep looks up at most; what is left over is found by the next. */
const sweepLimit = 1000;

interface Deps {
  store: Store;
  claims: Pick<ClaimService, 'find'>;
  desk: Desk;
}

export function createTaskService({ store: { db, transact }, claims, desk }: Deps) {
  const list = async (
    { after, limit, ...filters }: TaskQuery & { claimId?: string },
    { memberId }: Caller,
  ) => {
    const mine = filters.assignee === 'me' && { assignee: memberId };
    const ids = await findTaskIds(db, { ...filters, ...mine }, decodeCursor(after, uuid), limit + 1);
    const { items, next } = toPage(ids, limit, (id) => id);
    return { items: (await readTasks(db, items)).map(viewTask), next };
  };

  return {
    async read(id: string) {
      const row = await readTask(db, id);
      if (!row) throw notFound('task', id);
      return viewTask(row);
    },

    list,

    listOfClaim: async (claimIdOrRef: string, query: TaskQuery, caller: Caller) =>
      list({ ...query, claimId: (await claims.find(claimIdOrRef)).id }, caller),

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

const viewTask = ({ claim, assignee, draftVersion, openedAt, takenAt, closedAt, ...row }: TaskRow) => ({
  ...viewTimes(row),
  claim: viewSummary(claim),
  assignee: assignee?.ref ?? null,
  hasDraft: draftVersion > 0,
  openedAt: openedAt.toISOString(),
  takenAt: takenAt?.toISOString() ?? null,
  closedAt: closedAt?.toISOString() ?? null,
});

type Times = 'leaseUntil' | 'dueAt' | 'overdueAt' | 'escalatedAt' | 'pausedAt' | 'pauseReason';

const viewTimes = <Row extends Pick<TaskRow, Times>>({
  leaseUntil,
  dueAt,
  overdueAt,
  escalatedAt,
  pausedAt,
  pauseReason,
  ...row
}: Row) => ({
  ...row,
  leaseUntil: leaseUntil?.toISOString() ?? null,
  dueAt: dueAt?.toISOString() ?? null,
  overdue: overdueAt !== null,
  escalated: escalatedAt !== null,
  paused: pausedAt && { since: pausedAt.toISOString(), reason: pauseReason ?? '' },
});
