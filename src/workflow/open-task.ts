/** PURE: opens the task that a claim's status owes. */
import { system } from '../domain/access/rules.js';
import { owedStage } from '../domain/claim/lifecycle.js';
import { nextCheck } from '../domain/task/clock.js';
import type { Stage } from '../domain/task/lifecycle.js';
import { refuseHolder } from '../domain/task/rules.js';
import { addTask, begin, addEvents, andThen, type Change, type Decision } from './change.js';
import type { DocketQuery, Docket } from './docket.js';
import { lastTask, liveTasks } from './docket-facts.js';
import type { DocketTask, Member } from './docket-task.js';
import { assignOpenedTask } from './assign-opened-task.js';
import { moveClaim } from './move-claim.js';
import { openTimes } from './task-times.js';

/** What `openTask` decides on. */
export const docketForOpening = (claim: string): DocketQuery => ({ claim, drafts: true, candidates: true });

/** What a worker does with the job `open-task`. `taskId`: of the task, if one is opened. */
export const openTask = (docket: Docket, taskId: string): Decision =>
  andThen(
    begin(docket),
    (change) => addOwedTask(change, taskId),
    (change) => assignOpenedTask(change, taskId),
  );

/**
 * Does nothing where nothing is owed or the task is there already, so that the job behind it may come late,
 * twice or out of order. A verdict that was returned or withdrawn goes back to whoever wrote it, text and
 * all, unless its claim was given back to the pool meanwhile; a task that expired leaves its draft to the next one.
 */
export function addOwedTask(change: Change, taskId: string): Decision {
  const { docket } = change;
  const { status } = docket.claim;
  const stage = owedStage[status];
  if (!stage || liveTasks(docket).some((task) => task.stage === stage)) return change;
  const last = lastTask(docket, stage);
  const holder = last && status !== 'open' ? whoGoesOn(docket, last) : null;
  return andThen(
    // Nobody to go back to: the review is open to all again.
    !holder && status === 'in_review' ? moveClaim(change, { event: 'release' }, system) : change,
    (so) => addOpened(so, { taskId, stage, last, holder }),
  );
}

interface Opening {
  taskId: string;
  stage: Stage;
  last: DocketTask | undefined;
  holder: Member | null;
}

function addOpened(change: Change, { taskId, stage, last, holder }: Opening): Change {
  const { docket } = change;
  const { now } = docket;
  const { priority } = docket.claim;
  const round = (last?.round ?? 0) + 1;
  const status = holder ? 'in_progress' : 'open';
  const draft = last && (goesBack(last) || last.status === 'expired') ? last.draft : null;
  const times = openTimes(docket, { stage, status, priority });
  const task: DocketTask = {
    ...times,
    id: taskId,
    stage,
    round,
    status,
    priority,
    version: 1,
    assigneeId: holder?.id ?? null,
    holder,
    draft,
    draftVersion: draft ? 1 : 0,
    openedAt: now,
    takenAt: holder ? now : null,
    closedAt: null,
    verdict: null,
  };
  return addEvents(addTask(change, task), system, {
    type: 'task.opened',
    subject: { type: 'task', id: taskId },
    data: {
      stage,
      round,
      status,
      priority,
      checkAt: nextCheck(times)?.toISOString() ?? null,
      ...(holder && { assignee: holder.id }),
    },
  });
}

/** Its verdict was given back, or taken back, and its text was not dropped since. */
const goesBack = ({ status, verdict, draft }: DocketTask): boolean =>
  draft !== null && status === 'done' && (verdict === 'returned' || verdict === 'withdrawn');

/** Whoever wrote the verdict that goes back, if they can go on with it. */
function whoGoesOn(docket: Docket, last: DocketTask): Member | null {
  const author = goesBack(last) ? last.holder : null;
  if (!author?.active) return null;
  const { participants, editors } = docket;
  const facts = { stage: last.stage, participants, editors };
  return refuseHolder(facts, author) ? null : author;
}
