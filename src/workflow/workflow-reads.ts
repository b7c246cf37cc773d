/** What the desk is asked without changing anything: who may do what now, and what would become of a verdict. */
import type { Caller } from '../domain/access/rules.js';
import type { Refusal } from '../domain/problem/refusal.js';
import { listNoticeMoves } from '../domain/edition/notice.js';
import { isLive, type TaskStatus } from '../domain/task/lifecycle.js';
import { listTaskMoves } from '../domain/task/rules.js';
import { listVerdictMoves } from '../domain/verdict/lifecycle.js';
import type { Db } from '../platform/db/client.js';
import { failureOf, notFound } from '../platform/errors.js';
import { refuseSecond } from './break-glass.js';
import type { VerdictEdit } from './commands.js';
import { liveTasks, taskFactsOf } from './docket-facts.js';
import type { Workload } from './docket-task.js';
import { listMovesOf } from './move-claim.js';
import { refuseAssignee, taskEnded } from './move-task.js';
import { movesOfContact } from './withdraw-contact.js';
import { findNotice, noticeFactsOf, docketForNoticeMove } from './notice.js';
import { previewVerdict, docketForPreview, type VerdictPreview } from './preview-verdict.js';
import { lookAtDocket } from './read-docket.js';
import { listRecording } from './refuse-writing.js';
import { refuseTake } from './transition-task.js';
import { verdictFactsOf } from './transition-verdict.js';
import { refuseAssignment } from '../domain/task/refuse-assignment.js';

/** Why not this member. */
type Judge = (member: Workload) => Refusal | undefined;

export function createWorkflowReads({ db }: { db: Db }) {
  return {
    async listClaimMoves(claim: string, caller: Caller) {
      const docket = await lookAtDocket(db, { claim, related: true });
      if (!docket) throw notFound('claim', claim);
      const { status, version } = docket.claim;
      return {
        ...{ status, version },
        items: listMovesOf(docket, caller),
        recording: listRecording(docket, caller),
      };
    },

    async listTaskMoves(id: string, caller: Caller) {
      const docket = await lookAtDocket(db, { task: id, members: [caller.memberId] });
      if (!docket) throw notFound('task', id);
      const task = docket.tasks.find((one) => one.id === id);
      // Of each stage the docket holds the last: those before it have ended.
      const { status } = task ?? (await readEndedTask(db, id));
      const items =
        task && isLive(status)
          ? listTaskMoves(taskFactsOf(docket, task), caller, refuseTake(docket, caller))
          : [];
      return { status, items };
    },

    /** Asks of one member after the other why they could not be given the task now; undefined where there is no such task. */
    async judgeHolders(id: string): Promise<Judge | undefined> {
      const docket = await lookAtDocket(db, { task: id });
      const task = docket?.tasks.find((one) => one.id === id);
      if (!docket || !task) return undefined;
      if (!isLive(task.status)) return () => taskEnded;
      return (member) =>
        refuseAssignee(docket, task, member) ?? refuseAssignment(member, task.assigneeId === member.id);
    },

    /** The same of who could confirm what this caller decides out of turn. */
    async judgeSeconds(verdict: string, caller: Caller): Promise<Judge | undefined> {
      const docket = await lookAtDocket(db, { verdict });
      return docket && ((member) => refuseSecond(docket, member, caller));
    },

    async taskUnderWay(claim: string) {
      const docket = await lookAtDocket(db, { claim });
      if (!docket) throw notFound('claim', claim);
      return { claim: docket.claim, task: liveTasks(docket)[0] };
    },

    async listVerdictMoves(id: string, caller: Caller) {
      const seen = await lookAtDocket(db, { verdict: id });
      // Whether the glass is broken for what would be published now.
      const docket = seen?.glassBreak ? await lookAtDocket(db, { verdict: id, edition: true }) : seen;
      const verdict = docket?.verdicts.find((one) => one.id === id);
      if (!docket || !verdict) throw notFound('verdict', id);
      return { status: verdict.status, items: listVerdictMoves(verdictFactsOf(docket, verdict), caller) };
    },

    /** What would become of a verdict, without submitting it. */
    async previewVerdict(task: string, written: VerdictEdit, caller: Caller): Promise<VerdictPreview> {
      const docket = await lookAtDocket(db, docketForPreview(task, written));
      if (!docket) throw notFound('task', task);
      const preview = previewVerdict(docket, task, written, caller);
      if ('why' in preview) throw failureOf(preview);
      return preview;
    },

    async listContactMoves(claim: string, contact: string, caller: Caller) {
      const docket = await lookAtDocket(db, { claim, contact });
      if (!docket) throw notFound('claim', claim);
      const moves = movesOfContact(docket, contact, caller);
      if ('why' in moves) throw failureOf(moves);
      return moves;
    },

    async listNoticeMoves(claim: string, digest: string, caller: Caller) {
      const docket = await lookAtDocket(db, docketForNoticeMove(claim));
      if (!docket) throw notFound('claim', claim);
      const notice = findNotice(docket, digest);
      if ('why' in notice) throw failureOf(notice);
      return { status: notice.status, items: listNoticeMoves(noticeFactsOf(docket, notice), caller) };
    },
  };
}

const readEndedTask = (db: Db, id: string): Promise<{ status: TaskStatus }> =>
  db.reviewTask.findUniqueOrThrow({ where: { id }, select: { status: true } });
