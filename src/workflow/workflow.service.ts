import type { Actor, Caller } from '../domain/access/rules.js';
import { type NoticeMoveName } from '../domain/edition/notice.js';
import { longestWaitMs } from '../domain/evidence/capture.js';
import { newId } from '../platform/db/new-id.js';
import { newSalt } from '../platform/db/new-salt.js';
import type { Store } from '../platform/db/transaction.js';
import { notFound, type Failure } from '../platform/errors.js';
import { askRecheck } from './ask-recheck.js';
import { checkGlassBreak } from './break-glass.js';
import type { Decision } from './change.js';
import type {
  BreakGlass,
  ClaimCommand,
  Confirmation,
  TaskCommand,
  VerdictCommand,
  VerdictEdit,
  WrittenVerdict,
} from './commands.js';
import type { DocketQuery, Docket } from './docket.js';
import type { DocketVerdict } from './docket-verdict.js';
import { editVerdict, docketForEdit } from './edit-verdict.js';
import { checkClock, docketForClock } from './check-clock.js';
import { findNextTask, type Wanted } from './next-task.js';
import { transitionNotice, docketForNoticeMove, writeNotice } from './notice.js';
import { noteEditionChange } from './note-edition-change.js';
import { openTask, docketForOpening } from './open-task.js';
import { proposeEdition, docketForProposal } from './propose-edition.js';
import { createWorkflowReads } from './workflow-reads.js';
import { perform, type Decide } from './perform-change.js';
import { lockDocket, lookAtDocket } from './read-docket.js';
import { recordVerdict, docketForRecording } from './record-verdict.js';
import { saveDraft } from './save-draft.js';
import { submitVerdict, docketForSubmission } from './submit-verdict.js';
import { transitionClaim, docketForClaimMove } from './transition-claim.js';
import { transitionTask, docketForTaskMove } from './transition-task.js';
import { transitionVerdict, docketForVerdictMove } from './transition-verdict.js';
import { applyDecision } from './unit-of-work.js';
import type { SealedEdition } from '../domain/edition/seal-edition.js';

export type Workflow = ReturnType<typeof createWorkflow>;

/** Called under lock, before anything is decided; throws where the caller's view of it is stale. */
type Check<Seen> = (seen: Seen) => void;

export interface Versions {
  claim: number;
  task: number;
  draft: number;
}

const unchecked = (): void => undefined;
const always = (): Promise<boolean> => Promise.resolve(true);

interface Deps {
  store: Store;
  /** Whether pages may be looked at for this database. */
  mayCall?: () => Promise<boolean>;
}

/** The use cases every path goes through that moves a claim, a task or a verdict: HTTP, workers, command line. */
export function createWorkflow({ store: { db, transact, transactStep }, mayCall = always }: Deps) {
  let heldBackAt = -Infinity;
  /** Whether workers have had the time to look at pages: they look at none while nobody may be called. */
  const haveCapturesRun = async (): Promise<boolean> => {
    if (!(await mayCall())) heldBackAt = performance.now();
    return performance.now() - heldBackAt > longestWaitMs;
  };

  /**
   * One change: lock and read, decide, write. The docket as it is afterwards; undefined where there is no such claim,
   * or where it was done before and the request is sent again.
   */
  const change = async (
    asked: DocketQuery,
    decide: Decide,
    missing?: () => Failure,
  ): Promise<Docket | undefined> => {
    let after: Docket | undefined;
    await transactStep(async (tx, step) => {
      after = await perform(tx, { asked, decide, missing, step });
    });
    return after;
  };

  const onTask = (
    id: string,
    asked: DocketQuery,
    check: Check<Versions>,
    decide: (docket: Docket) => Decision,
  ) => change(asked, checkingTask(id, check, decide), () => notFound('task', id));

  const onVerdict = (
    id: string,
    asked: DocketQuery,
    check: Check<Docket>,
    decide: (docket: Docket, verdict: DocketVerdict) => Decision,
  ) => {
    const missing = (): Failure => notFound('verdict', id);
    const checked = (docket: Docket): Decision => {
      check(docket);
      const verdict = docket.verdicts.find((one) => one.id === id);
      if (!verdict) throw missing();
      return decide(docket, verdict);
    };
    return change(asked, checked, missing);
  };

  /** One change to what is known about a claim. `id`: of what it adds, given back also where it was done before. */
  const changeClaim = <Id extends string | undefined = undefined>(
    asked: DocketQuery & { claim: string },
    decide: Decide,
    id?: Id,
  ): Promise<Id> =>
    transactStep(async (tx, step) => {
      const missing = (): Failure => notFound('claim', asked.claim);
      await perform(tx, { asked, decide, missing, step, result: id });
      return id as Id;
    });

  return {
    ...createWorkflowReads({ db }),
    changeClaim,

    moveClaim: (claim: string, command: ClaimCommand, actor: Actor, check: Check<number> = unchecked) =>
      change(
        docketForClaimMove(claim, command),
        (docket) => {
          check(docket.claim.version);
          return transitionClaim(docket, command, actor, newSalt);
        },
        () => notFound('claim', claim),
      ),

    moveTask: (task: string, command: TaskCommand, actor: Actor, check: Check<Versions> = unchecked) =>
      onTask(task, docketForTaskMove(task, command, actor), check, (docket) =>
        transitionTask(docket, task, command, actor),
      ),

    /** Takes the best task that is open to this member and that nobody else is changing; its id. */
    takeNext: (caller: Caller, wanted: Wanted): Promise<string | undefined> =>
      transact(
        async (tx) => {
          const next = await findNextTask(tx, caller, wanted);
          if (next) await applyDecision(tx, next.taken);
          return next?.id;
        },
        { scope: 'work' },
      ),

    saveDraft: (task: string, draft: object, caller: Caller, check: Check<Versions>) =>
      onTask(task, { task, drafts: true }, check, (docket) => saveDraft(docket, task, draft, caller)),

    /** Its id. */
    async submitVerdict(
      task: string,
      written: WrittenVerdict,
      caller: Caller,
      check: Check<Versions> = unchecked,
    ): Promise<string> {
      const verdictId = newId();
      const decide = checkingTask(task, check, (docket) =>
        submitVerdict(docket, { verdictId, taskId: task }, written, caller),
      );
      const asked = docketForSubmission(task, written);
      return transactStep(async (tx, step) => {
        const missing = (): Failure => notFound('task', task);
        await perform(tx, { asked, decide, missing, step, result: verdictId });
        return verdictId;
      });
    },

    editVerdict: (verdict: string, edit: VerdictEdit, caller: Caller, check: Check<Docket>) =>
      onVerdict(verdict, docketForEdit(verdict, edit), check, (docket, found) =>
        editVerdict(docket, found, edit, caller),
      ),

    moveVerdict: (
      verdict: string,
      command: VerdictCommand | BreakGlass | Confirmation,
      caller: Caller,
      check: Check<Docket> = unchecked,
    ) =>
      onVerdict(verdict, docketForVerdictMove(verdict, command), check, (docket, found) =>
        transitionVerdict(docket, found, command, { caller, newSalt }),
      ),

    /** What a verdict that awaits approval would be published as; kept, so that a decision can name it. */
    async proposeEdition(verdict: string): Promise<SealedEdition> {
      const missing = (): Failure => notFound('verdict', verdict);
      const asked = docketForProposal(verdict);
      const seen = await lookAtDocket(db, asked);
      if (!seen?.verdicts.some(({ id }) => id === verdict)) throw missing();
      const known = proposeEdition(seen, verdict, newSalt);
      if (!known) throw notFound('edition', verdict);
      if (!known.change.proposed) return known.edition;
      return transact(
        async (tx) => {
          const docket = await lockDocket(tx, asked);
          if (!docket) throw missing();
          const proposing = proposeEdition(docket, verdict, newSalt);
          if (!proposing) throw notFound('edition', verdict);
          await applyDecision(tx, proposing.change);
          return proposing.edition;
        },
        { scope: 'work' },
      );
    },

    /** What a worker does with the job `record-verdict`. */
    async recordVerdict(verdict: string): Promise<void> {
      const capturesRun = await haveCapturesRun();
      await change(docketForRecording(verdict), (docket) => recordVerdict(docket, verdict, capturesRun));
    },

    /** What a worker does with the job `ask-recheck`. */
    async askRecheck(verdict: string): Promise<void> {
      await change({ verdict }, (docket) => askRecheck(docket, verdict));
    },

    /** The public note of a retraction or merge, which another editor decides on. */
    async writeNotice(claim: string, note: string, caller: Caller): Promise<void> {
      const decide = (docket: Docket) => writeNotice(docket, note, caller, newSalt);
      await change(docketForNoticeMove(claim), decide, () => notFound('claim', claim));
    },

    moveNotice: (claim: string, digest: string, event: NoticeMoveName, caller: Caller) =>
      change(
        docketForNoticeMove(claim),
        (docket) => transitionNotice(docket, digest, event, caller),
        () => notFound('claim', claim),
      ),

    /** Says what has changed in the edition of a verdict since it was read. */
    async noteEditionChange(verdict: string): Promise<void> {
      await change(docketForProposal(verdict), (docket) => noteEditionChange(docket, verdict, newSalt));
    },

    /** What a worker does with the job `check-glass-break`. */
    async checkGlassBreak(verdict: string): Promise<void> {
      await change({ verdict }, (docket) => checkGlassBreak(docket, verdict));
    },

    /** Says what is due on a task by now; does nothing where nothing is, or the task has ended. */
    async checkClock(task: string): Promise<void> {
      await change(docketForClock(task), (docket) => checkClock(docket, task, newId()));
    },

    /** What a worker does with the job `open-task`. */
    async openTask(claim: string): Promise<void> {
      await change(docketForOpening(claim), (docket) => openTask(docket, newId()));
    },
  };
}

const checkingTask =
  (id: string, check: Check<Versions>, decide: (docket: Docket) => Decision) =>
  (docket: Docket): Decision => {
    const task = docket.tasks.find((one) => one.id === id);
    if (task) check({ claim: docket.claim.version, task: task.version, draft: task.draftVersion });
    return decide(docket);
  };
