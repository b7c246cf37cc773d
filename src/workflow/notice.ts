/** PURE: the public note of a retraction or merge: one editor writes it, another lets it out. */
import type { Actor, Caller } from '../domain/access/rules.js';
import type { Refusal } from '../domain/problem/refusal.js';
import { toSeal } from '../domain/event/sealed-data.js';
import {
  afterNoticeMove,
  refuseNoticeMove,
  sealNotice,
  type NoticeMoveName,
  type NoticeFacts,
} from '../domain/edition/notice.js';
import type { NewSalt } from '../domain/text/seal.js';
import { begin, addEvents, setDocket, type Change, type Decision } from './change.js';
import type { DocketQuery, Docket, DocketNotice } from './docket.js';

export const docketForNoticeMove = (claim: string): DocketQuery & { claim: string } => ({
  claim,
  notices: true,
});

/** Writes it about the mark that the claim bears after this change. One that still waits makes room for it. */
export function proposeNotice(change: Change, note: string, caller: Caller, newSalt: NewSalt): Change {
  const { docket } = change;
  const { id, ref, mark, markReason, markInto } = docket.claim;
  if (!mark || !markReason) throw new Error('a notice is about a mark');
  const waiting = docket.notices.find(({ status }) => status === 'proposed');
  const free = waiting ? decide(change, waiting, 'drop', caller) : change;
  const into = markInto === null ? null : { id: markInto, ref: refOf(docket, markInto) };
  const sealed = sealNotice(
    {
      form: 1,
      claim: { id, ref },
      revision: docket.lastRevision,
      mark,
      reason: markReason,
      into,
      note,
    },
    newSalt,
  );
  const { digest, document, contents } = sealed;
  const { memberId: by, personId } = caller;
  const notice: DocketNotice = {
    digest,
    mark,
    by,
    personId,
    document,
    revision: docket.lastRevision,
    status: 'proposed',
    decidedBy: null,
    hasWords: true,
  };
  const proposed = setDocket(free, { notices: [...free.docket.notices, notice] });
  const [content] = contents;
  return addEvents({ ...proposed, contents: [...proposed.contents, ...contents] }, caller, {
    type: 'claim.notice_proposed',
    subject: { type: 'claim', id },
    data: {
      edition: digest,
      mark,
      reason: markReason,
      into: into?.ref ?? null,
      revision: docket.lastRevision,
      note: toSeal('notice', id, note, content?.seal),
    },
  });
}

/** Of the claim it was merged into, just now or before. */
const refOf = ({ claim, others }: Docket, id: string): string =>
  others.find((other) => other.id === id)?.ref ?? claim.markIntoRef ?? id;

/** Another one, where none waits and none is public: after the first was dropped or erased, or where none was written. */
export function writeNotice(docket: Docket, note: string, caller: Caller, newSalt: NewSalt): Decision {
  const { claim, notices, lastRevision } = docket;
  if (!claim.mark) {
    const why = 'Only what was published and then retracted or merged has a notice.';
    return { kind: 'conflict', code: 'nothing_to_note', why };
  }
  const known = notices.find(
    ({ revision, status, hasWords }) => revision === lastRevision && status !== 'dropped' && hasWords,
  );
  if (known) {
    const why = `The claim has a notice that is ${known.status}: ${known.digest}.`;
    return { kind: 'conflict', code: 'notice_exists', why, extra: { edition: known.digest } };
  }
  return proposeNotice(begin(docket), note, caller, newSalt);
}

export const noticeFactsOf = ({ claim, lastRevision }: Docket, notice: DocketNotice): NoticeFacts => ({
  status: notice.status,
  writtenBy: notice.personId,
  stands: claim.mark === notice.mark && notice.revision === lastRevision,
  hasWords: notice.hasWords,
});

export function transitionNotice(
  docket: Docket,
  digest: string,
  event: NoticeMoveName,
  caller: Caller,
): Decision {
  const notice = findNotice(docket, digest);
  if ('why' in notice) return notice;
  const refusal = refuseNoticeMove(noticeFactsOf(docket, notice), event, caller);
  return refusal ?? decide(begin(docket), notice, event, caller);
}

export const findNotice = ({ notices }: Docket, digest: string): DocketNotice | Refusal =>
  notices.find((one) => one.digest === digest) ?? {
    kind: 'not_found',
    code: 'edition_not_found',
    why: `The claim has no notice ${digest}.`,
  };

function decide(
  change: Change,
  { digest }: DocketNotice,
  event: NoticeMoveName,
  actor: Exclude<Actor, { system: true }>,
): Change {
  const status = afterNoticeMove(event);
  const notices = change.docket.notices.map((one) =>
    one.digest === digest ? { ...one, status, decidedBy: actor.memberId } : one,
  );
  const { id } = change.docket.claim;
  return addEvents(setDocket(change, { notices }), actor, {
    type: event === 'approve' ? 'claim.notice_approved' : 'claim.notice_dropped',
    subject: { type: 'claim', id },
    data: { edition: digest },
  });
}
