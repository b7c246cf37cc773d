import { may, type Caller } from '../../domain/access/rules.js';
import type { ClaimService } from '../claims/claim.service.js';
import type { Tx } from '../../platform/db/client.js';
import type { Store } from '../../platform/db/transaction.js';
import type { Desk, Docket } from '../../workflow/workflow.service.js';
import { Failure, notFound } from '../../platform/errors.js';
import type { Job } from '../../platform/queue/jobs.js';
import { askRecheck } from '../../workflow/ask-recheck.js';
import { breakGlass } from '../../workflow/break-glass.js';
import { editProposed } from '../../workflow/edit-verdict.js';
import { recordVerdict } from '../../workflow/record-verdict.js';
import { submitVerdict } from '../../workflow/submit-verdict.js';
import {
  findRechecks,
  listVerdicts,
  readVerdict,
  type VerdictRow,
} from '../../workflow/verdict.repository.js';
import type { BreakGlassInput, VerdictInput, VerdictPatch } from './verdict.schema.js';
import { tagOfVerdict, viewVerdict } from './verdict.view.js';

export type VerdictService = ReturnType<typeof createVerdictService>;

interface Deps {
  store: Store;
  claims: Pick<ClaimService, 'find'>;
  desk: Desk;
  /** Resolves when something was committed anywhere, or after `ms`. */
  changed: (ms: number) => Promise<void>;
}

type Decision =
  | {
      event: 'approve';
      note?: string | undefined;
      acknowledge?: { claim: string; note: string }[] | undefined;
    }
  | { event: 'return'; note: string }
  | { event: 'withdraw'; note?: string | undefined };

/** Throws where the verdict is no longer the one the caller read. */
type Precondition = (tag: (string | number)[]) => void;

/** How many verdicts one sweep finds at most whose time has passed. */
const sweepLimit = 1000;

export function createVerdictService({ store: { db }, claims, desk, changed }: Deps) {
  /** The row, if this caller may see it: outside the desk only what is or was published. */
  const find = async (id: string, caller: Caller): Promise<VerdictRow> => {
    const row = await readVerdict(db, id);
    if (!row || (row.revision === null && !may(caller.role, 'read_desk'))) throw notFound('verdict', id);
    return row;
  };
  const view = (row: VerdictRow, caller: Caller) => {
    const forDesk = may(caller.role, 'read_desk');
    return { verdict: viewVerdict(row, forDesk), tag: tagOfVerdict(row, forDesk) };
  };

  /** Work on one verdict under its claim's lock, once the caller's view of it is known to be fresh. */
  const onVerdict = async (
    id: string,
    caller: Caller,
    check: Precondition,
    work: (tx: Tx, docket: Docket, verdict: VerdictRow) => Promise<void>,
  ): Promise<void> => {
    const { claimId } = await find(id, caller);
    await desk.onDocket(claimId, async (tx, docket) => {
      const row = await readVerdict(tx, id);
      if (!row) throw notFound('verdict', id);
      check(tagOfVerdict(row, true));
      await work(tx, docket, row);
    });
  };
  const refuseUnlessProposed = ({ status }: VerdictRow): void => {
    if (status === 'proposed') return;
    throw new Failure('conflict', `The verdict is ${status}: there is nothing to decide.`, {
      code: 'illegal_move',
    });
  };

  return {
    submit: (
      taskId: string,
      input: VerdictInput,
      caller: Caller,
      check: (versions: { claim: number; task: number }) => void = () => undefined,
    ): Promise<string> =>
      desk.onTask(taskId, (tx, docket, task) => {
        check({ claim: docket.version, task: task.version });
        return submitVerdict(tx, docket, task, input, caller);
      }),

    /** What a worker does with the job `record-verdict`. */
    async record(verdictId: string): Promise<void> {
      const row = await readVerdict(db, verdictId);
      if (row) await desk.onDocket(row.claimId, (tx, docket) => recordVerdict(tx, docket, verdictId));
    },

    /** The verdict once it is recorded or refused, or as it is when the time is up. */
    async settled(id: string, caller: Caller, seconds: number) {
      const deadline = Date.now() + seconds * 1000;
      for (;;) {
        const row = await find(id, caller);
        const left = deadline - Date.now();
        if (row.status !== 'submitted' || left <= 0) return view(row, caller).verdict;
        await changed(Math.min(left, 1000));
      }
    },

    read: async (id: string, caller: Caller) => view(await find(id, caller), caller),

    async list(claimIdOrRef: string, caller: Caller) {
      const { id } = await claims.find(claimIdOrRef);
      const rows = await listVerdicts(db, id, !may(caller.role, 'read_desk'));
      return rows.map((row) => view(row, caller).verdict);
    },

    /** Approve, return or withdraw: moves of the claim, named by the verdict so that no other is meant. */
    async decide(id: string, decision: Decision, caller: Caller, check: Precondition) {
      const { claimId } = await find(id, caller);
      await desk.moveClaim(claimId, decision, caller, async (_version, tx) => {
        const row = await readVerdict(tx, id);
        if (!row) throw notFound('verdict', id);
        check(tagOfVerdict(row, true));
        refuseUnlessProposed(row);
      });
      return this.read(id, caller);
    },

    /** Changes a verdict that awaits approval, which re-opens its approval. */
    async edit(id: string, patch: VerdictPatch, caller: Caller, check: Precondition) {
      await onVerdict(id, caller, check, (tx, docket, verdict) =>
        editProposed(tx, docket, verdict, patch, caller),
      );
      return this.read(id, caller);
    },

    async breakGlass(id: string, input: BreakGlassInput, caller: Caller, check: Precondition) {
      await onVerdict(id, caller, check, async (tx, docket, verdict) => {
        refuseUnlessProposed(verdict);
        await breakGlass(tx, docket, verdict, input, caller);
      });
      return this.read(id, caller);
    },

    /** What a worker does with the job `ask-recheck`. */
    async askRecheck(verdictId: string): Promise<void> {
      const row = await readVerdict(db, verdictId);
      if (row) await desk.onDocket(row.claimId, (tx) => askRecheck(tx, row));
    },

    /** Jobs for published verdicts whose time has passed. */
    findOwed: async (limit = sweepLimit): Promise<Job[]> =>
      (await findRechecks(db, limit)).map((verdictId) => ({ name: 'ask-recheck', payload: { verdictId } })),
  };
}
