/** PURE: takes in a verdict as it was written. */
import type { Caller } from '../domain/access/rules.js';
import { isLive, writesVerdict } from '../domain/task/lifecycle.js';
import { addVerdict, begin, addEvents, andThen, type Decision } from './change.js';
import type { WrittenVerdict } from './commands.js';
import type { DocketQuery, Docket } from './docket.js';
import type { DocketVerdict } from './docket-verdict.js';
import { moveTask, taskEnded } from './move-task.js';
import { verdictInEvent } from './verdict-in-event.js';
import { referencesTo, resolveReferences } from './verdict-references.js';

export const docketForSubmission = (task: string, written: WrittenVerdict): DocketQuery => ({
  task,
  references: referencesTo(written),
});

/**
 * From here on it is durable; whether it can be recorded is found out by a worker, because that may mean waiting
 * for others.
 */
export function submitVerdict(
  docket: Docket,
  { verdictId, taskId }: { verdictId: string; taskId: string },
  written: WrittenVerdict,
  caller: Caller,
): Decision {
  return andThen(
    // Whose task it is comes first: what a verdict cites is nobody else's business.
    submitTask(docket, taskId, written, caller),
    (change) => {
      const { stage, round } = taskOf(docket, taskId);
      const { findings, rationale, recheckAt } = written;
      const cited = resolveReferences(docket, { ...written, veracity: findings.veracity });
      if ('why' in cited) return cited;
      const { scale, rating, evidence, provisions } = cited;
      if (!rating) throw new Error('a verdict has a rating');
      const verdict: DocketVerdict = {
        ...findings,
        id: verdictId,
        taskId,
        status: 'submitted',
        version: 1,
        revision: null,
        scale,
        rating,
        rationale,
        evidence,
        provisions,
        authorId: caller.memberId,
        lastEditorId: caller.memberId,
        approverId: null,
        submittedAt: docket.now,
        validUntil: momentOf(recheckAt),
        recheckAskedAt: null,
      };
      return addEvents(addVerdict(change, verdict), caller, {
        type: 'verdict.submitted',
        subject: { type: 'verdict', id: verdictId },
        data: { task: taskId, stage, round, ...verdictInEvent(verdict) },
      });
    },
  );
}

/** Moves the task on, as far as this caller may; what is written is looked at later. */
export function submitTask(docket: Docket, taskId: string, written: object, caller: Caller): Decision {
  const task = docket.tasks.find(({ id }) => id === taskId);
  if (!task || !isLive(task.status)) return taskEnded;
  const { stage } = task;
  if (!writesVerdict(stage)) {
    return {
      kind: 'conflict',
      code: 'no_verdict_here',
      why: `A task of the stage ${stage} does not end in a verdict.`,
    };
  }
  return moveTask(begin(docket), taskId, { event: 'submit', draft: written }, caller);
}

function taskOf({ tasks }: Docket, taskId: string): Docket['tasks'][number] {
  const task = tasks.find(({ id }) => id === taskId);
  if (!task) throw new Error('what was submitted has a task');
  return task;
}

export const momentOf = (instant: string | null | undefined): Date | null =>
  instant ? new Date(instant) : null;
