/**
 * PURE: a notice: the note of a retraction or merge. It is an edition without a revision of its own, and public once a
 * second person has approved it.
 */
import { isSystem, type Actor } from '../access/rules.js';
import type { MarkReason } from '../claim/retraction.js';
import type { Refusal } from '../problem/refusal.js';
import type { ListedMove } from '../listed-move.js';
import { canonicalJson } from '../text/canonical-json.js';
import { createSealer, type NewSalt } from '../text/seal.js';
import type { PublicMark } from './edition.js';
import { digestOf, type SealedEdition } from './seal-edition.js';

/** `Text`: its words, its seal, or that it was removed. */
export interface Notice<Text> {
  /** The form of this document, should it ever change. */
  form: 1;
  claim: { id: string; ref: string };
  /** The revision that was taken back. */
  revision: number;
  mark: PublicMark;
  reason: MarkReason;
  /** The claim it was merged into. */
  into: { id: string; ref: string } | null;
  note: Text;
}

export const noticeStatuses = ['proposed', 'approved', 'dropped'] as const;
export type NoticeStatus = (typeof noticeStatuses)[number];

export const noticeMoveNames = ['approve', 'drop'] as const;
export type NoticeMoveName = (typeof noticeMoveNames)[number];

const noticeTable: Readonly<Record<NoticeMoveName, NoticeStatus>> = { approve: 'approved', drop: 'dropped' };

export function sealNotice(notice: Notice<string>, newSalt: NewSalt): SealedEdition {
  const sealer = createSealer(newSalt);
  const note = sealer.seal({ subject: notice.claim.id, value: notice.note, seal: null }, 'notice');
  const document = canonicalJson({ ...notice, note });
  return { digest: digestOf(document), document, contents: sealer.contents };
}

export interface NoticeFacts {
  status: NoticeStatus;
  /** The person who wrote it. */
  writtenBy: string;
  /** What it is about still stands in public. */
  stands: boolean;
  /** Its words were not erased. */
  hasWords: boolean;
}

/** Why this actor may not make this move; undefined where they may. */
export function refuseNoticeMove(
  { status, writtenBy, stands, hasWords }: NoticeFacts,
  event: NoticeMoveName,
  actor: Actor,
): Refusal | undefined {
  if (status !== 'proposed') {
    return {
      kind: 'conflict',
      code: 'illegal_move',
      why: `The notice is ${status}: nothing is to be decided.`,
    };
  }
  if (isSystem(actor) || actor.role !== 'editor') {
    return { kind: 'forbidden', code: 'editors_only', why: 'Only an editor decides on a notice.' };
  }
  if (event === 'drop') return undefined;
  if (actor.personId === writtenBy) {
    const why = 'The writer of a notice does not approve it: another editor must.';
    return { kind: 'forbidden', code: 'own_notice', why };
  }
  if (!stands) {
    const why = 'What the notice is about is no longer what the public is told: drop it.';
    return { kind: 'conflict', code: 'notice_outdated', why };
  }
  if (hasWords) return undefined;
  const why = 'The words of the notice were erased: drop it, or write another.';
  return { kind: 'conflict', code: 'notice_erased', why };
}

/** Every move people can make from here, for this actor: allowed, or why not. */
export const listNoticeMoves = (
  facts: NoticeFacts,
  actor: Actor,
): ListedMove<NoticeMoveName, NoticeStatus>[] =>
  facts.status === 'proposed'
    ? noticeMoveNames.map((event) => {
        const refusal = refuseNoticeMove(facts, event, actor);
        return { event, to: noticeTable[event], allowed: !refusal, why: refusal?.why ?? null };
      })
    : [];

export const afterNoticeMove = (event: NoticeMoveName): NoticeStatus => noticeTable[event];
