import type { Caller } from '../../domain/access/rules.js';
import type { ProblemCode } from '../../domain/problem/codes.js';
import { withoutSteps } from '../../platform/db/transaction-steps.js';
import { Failure } from '../../platform/errors.js';
import type { Rights } from '../../platform/http/route.js';
import type { Store } from '../../platform/db/transaction.js';
import type { Job } from '../../platform/queue/job.js';
import { sweepLimit } from '../../platform/queue/sweep.js';
import type {
  BreakGlass,
  Confirmation,
  VerdictCommand,
  VerdictEdit,
  WrittenVerdict,
} from '../../workflow/commands.js';
import type { Docket } from '../../workflow/docket.js';
import type { Workflow, Versions } from '../../workflow/workflow.service.js';
import type { VerdictReader } from './verdict-reader.service.js';
import { findRechecks, findWaitingGlassBreaks } from './verdict.repository.js';

export type VerdictService = ReturnType<typeof createVerdictService>;

interface Deps {
  store: Store;
  workflow: Workflow;
  reader: Pick<VerdictReader, 'read'>;
  /** Resolves when something was committed anywhere, or after `ms`. */
  changed: (ms: number) => Promise<void>;
}

/** Throws where the verdict is no longer the one the caller read. */
type Precondition = (version: number) => void;

/** What of a shown verdict is looked at. */
interface Shown {
  status: string;
  problem?: Record<string, unknown> | null;
}

/** Refusals of a decision that named no edition, or an older one: answered with the digest of today. */
const needsDigest: ReadonlySet<string> = new Set<ProblemCode>(['edition_changed', 'precondition_required']);

export function createVerdictService({ store: { db }, workflow, reader, changed }: Deps) {
  /** Whether the caller has read the verdict as it is now; under its claim's lock. */
  const checkingVersion =
    (id: string, check: Precondition) =>
    (docket: Docket): void => {
      const verdict = docket.verdicts.find((one) => one.id === id);
      if (verdict) check(verdict.version);
    };

  /** The refusal names what would be published now, which is kept under that name. */
  const withDigest = async (failure: Failure, id: string): Promise<Failure> => {
    // No step of the request: sent again, it is refused anew, with what would be published by then.
    const { digest } = await withoutSteps(() => workflow.proposeEdition(id)).catch((error: unknown) => {
      // Somebody has decided on it meanwhile: there is nothing left to name.
      throw error instanceof Failure && error.kind === 'not_found' ? failure : error;
    });
    const { kind, message, code, details } = failure;
    return new Failure(kind, message, { ...details, code, extra: { ...details.extra, edition: digest } });
  };

  return {
    submit: (task: string, written: WrittenVerdict, caller: Caller, check?: (versions: Versions) => void) =>
      workflow.submitVerdict(task, written, caller, check),

    preview: (task: string, written: VerdictEdit, caller: Caller) =>
      workflow.previewVerdict(task, written, caller),

    /** The verdict once it is recorded or refused, or as it is when the time is up. */
    async settled(id: string, { caller, rights }: { caller: Caller; rights: Rights }, seconds: number) {
      const deadline = Date.now() + seconds * 1000;
      for (let present = caller; ; present = await rights.present()) {
        const { text } = await reader.read(id, present, 'en');
        const { status, problem } = JSON.parse(text) as Shown;
        const left = deadline - Date.now();
        if (status !== 'submitted' || left <= 0) return { text, status, problem };
        await changed(Math.min(left, 1000));
      }
    },

    /** What this caller may do with it, and why not the rest. */
    listMoves: (id: string, caller: Caller) => workflow.listVerdictMoves(id, caller),

    async decide(
      id: string,
      command: VerdictCommand | BreakGlass | Confirmation,
      caller: Caller,
      check?: Precondition,
    ) {
      try {
        await workflow.moveVerdict(id, command, caller, check && checkingVersion(id, check));
      } catch (error) {
        throw error instanceof Failure && needsDigest.has(error.code) ? await withDigest(error, id) : error;
      }
    },

    /** Changes a verdict that awaits approval, which re-opens its approval. */
    async edit(id: string, edit: VerdictEdit, caller: Caller, check: Precondition) {
      await workflow.editVerdict(id, edit, caller, checkingVersion(id, check));
    },

    /** Jobs for published verdicts whose time has passed, and for decisions out of turn that wait for their second person. */
    findOwed: async (limit = sweepLimit): Promise<Job[]> => [
      ...(await findRechecks(db, limit)).map((verdictId) => ({
        name: 'ask-recheck',
        payload: { verdictId },
      })),
      ...(await findWaitingGlassBreaks(db, limit)).map((verdictId) => ({
        name: 'check-glass-break',
        payload: { verdictId },
      })),
    ],
  };
}
