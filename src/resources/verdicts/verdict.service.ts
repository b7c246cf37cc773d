import { may, type Caller } from '../../domain/access/rules.js';
import type { Tx } from '../../platform/db/client.js';
import type { Store } from '../../platform/db/transaction.js';
import type { Desk, Docket } from '../../workflow/workflow.service.js';
import { notFound } from '../../platform/errors.js';
import type { Job } from '../../platform/queue/job.js';
import { askRecheck } from '../../workflow/ask-recheck.js';
import { listVerdictMoves, refuseVerdictMove, type VerdictFacts } from '../../domain/verdict/lifecycle.js';
import { breakGlass } from '../../workflow/break-glass.js';
import type { BreakGlass, Decision } from '../../workflow/command.schema.js';
import { readDocket } from '../../workflow/docket.repository.js';
import { editProposed } from '../../workflow/edit-verdict.js';
import { factsOf, moveClaim, refuse } from '../../workflow/move-claim.js';
import { recordVerdict } from '../../workflow/record-verdict.js';
import { submitVerdict } from '../../workflow/submit-verdict.js';
import { findRechecks, readVerdict, type VerdictRow } from '../../workflow/verdict.repository.js';
import type { VerdictInput, VerdictPatch } from './verdict.schema.js';
import { tagOfVerdict, viewVerdict } from './verdict.view.js';

export type VerdictService = ReturnType<typeof createVerdictService>;

interface Deps {
  store: Store;
  desk: Desk;
  /** Resolves when something was committed anywhere, or after `ms`. */
  changed: (ms: number) => Promise<void>;
}

/** Throws where the verdict is no longer the one the caller read. */
type Precondition = (tag: (string | number)[]) => void;

/** How many verdicts one sweep finds at most whose time has passed. */
const sweepLimit = 1000;

export function createVerdictService({ store: { db }, desk, changed }: Deps) {
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
  const factsOfVerdict = ({ status }: VerdictRow, docket: Docket): VerdictFacts => ({
    status,
    claim: { ...factsOf(docket), id: docket.id },
  });

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

    /** What this caller may do with it, and why not the rest. */
    async listMoves(id: string, caller: Caller) {
      const row = await find(id, caller);
      const docket = await readDocket(db, row.claimId);
      if (!docket) throw notFound('verdict', id);
      return { status: row.status, items: listVerdictMoves(factsOfVerdict(row, docket), caller) };
    },

    /** Moves of the claim, named by the verdict so that no other is meant. */
    async decide(id: string, command: Decision | BreakGlass, caller: Caller, check: Precondition) {
      await onVerdict(id, caller, check, async (tx, docket, verdict) => {
        const refusal = refuseVerdictMove(factsOfVerdict(verdict, docket), command.event, caller);
        if (refusal) refuse(refusal);
        if (command.event === 'break_glass') await breakGlass(tx, docket, verdict, command, caller);
        else await moveClaim(tx, docket, command, caller);
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
