import type { InboxType } from '../../domain/inbox/sentences.js';
import { liveStatuses } from '../../domain/task/lifecycle.js';
import type { Pool } from '../../platform/db/client.js';
import { jsonObject, moment, referenceTo } from '../../platform/db/json-sql.js';
import { readList, type List } from '../../platform/http/read-list.js';
import type { InboxItem, InboxQuery, inboxSorts } from './inbox.schema.js';

export type InboxRow = Omit<InboxItem, 'sentence' | 'type'> & {
  type: InboxType;
  actorName: string | null;
  changed: string[] | null;
  erases: boolean;
};

const mostCounted = 100;

const from =
  'inbox_items i JOIN feed place ON place.position = i.position JOIN events e ON e.seq = place.event_seq';

/** Whether what the event `e` asks for still waits for somebody, as it is now; null: it asks for nothing. */
const waits = `CASE
  WHEN e.type = 'claim.notice_proposed' THEN EXISTS (
    SELECT FROM notices n WHERE n.claim_id = e.claim_id AND n.status = 'proposed' AND encode(n.digest, 'hex') = e.data ->> 'edition')
  WHEN e.type = 'privileged_change.asked' THEN EXISTS (
    SELECT FROM privileged_changes p WHERE p.id = e.subject_id AND p.status = 'waiting')
  WHEN e.type IN ('verdict.glass_broken', 'verdict.glass_unconfirmed') THEN EXISTS (
    SELECT FROM glass_breaks g JOIN verdicts v ON v.id = g.verdict_id WHERE v.id = e.subject_id AND v.status = 'proposed')
  WHEN e.type IN ('task.assigned', 'task.reminded', 'task.overdue', 'task.escalated') THEN EXISTS (
    SELECT FROM review_tasks t WHERE t.id = e.subject_id AND t.status IN ('${liveStatuses.join("', '")}'))
  END`;

/** Whether an item lies behind what the member has marked as read. What is done is read, for whoever did it too. */
const isUnread = (member: string): string =>
  `(i.position > coalesce((SELECT p.inbox_read FROM member_preferences p WHERE p.member_id = ${member}), 0) AND (${waits}) IS NOT FALSE)`;

/** Of changes that take a second person, only those that their role of today is told of. */
const mayStillSee = `(e.subject_type <> 'privileged_change'
  OR (SELECT m.role FROM members m WHERE m.id = i.member_id) = ANY (roles_told_of_change(e.subject_id)))`;

const unread = `(SELECT count(*)::int FROM (
  SELECT FROM ${from} WHERE i.member_id = $1 AND ${mayStillSee} AND ${isUnread('$1')} LIMIT ${String(mostCounted)}) counted)`;

/** Along the index of the member: what it costs does not grow with what others have. */
const items: List<(typeof inboxSorts)[number]> = {
  from,
  alias: 'e',
  created: 'e.at',
  sorts: { position: { expression: 'i.position', type: 'bigint' } },
  columns: `
    e.id, i.position::text AS position, e.type, ${moment('e.at')} AS "occurredAt", ${isUnread('i.member_id')} AS unread, ${waits} AS waits,
    EXISTS (SELECT FROM privileged_changes p WHERE p.id = e.subject_id AND p.kind = 'erase') AS erases,
    ${jsonObject('SELECT c.id, c.ref, c.quote_exact AS text FROM claims c WHERE c.id = e.claim_id')} AS claim,
    (SELECT CASE WHEN p.kind = 'erase' THEN '/v1/erasures/' ELSE '/v1/privileged-changes/' END || p.id
      FROM privileged_changes p WHERE p.id = e.subject_id) AS at,
    json_build_object('id', e.subject_id, 'type', e.subject_type) AS subject,
    ${referenceTo('a', 'members a WHERE a.id = e.actor_id')} AS actor, (SELECT a.name FROM members a WHERE a.id = e.actor_id) AS "actorName",
    stage_or_null(e.data ->> 'stage') AS stage,
    CASE WHEN e.type = 'edition.changed' THEN ARRAY(
      SELECT part #>> '{}' FROM jsonb_array_elements(array_or_empty(e.data -> 'changed')) AS part WHERE jsonb_typeof(part) = 'string') END AS changed,
    coalesce(CASE WHEN jsonb_typeof(e.data -> 'reason') = 'string' THEN e.data ->> 'reason' END,
      (SELECT string_agg(each, ',') FROM jsonb_array_elements_text(array_or_empty(e.data -> 'reasons')) AS each
        WHERE e.type = 'verdict.refused')) AS reason,
    words_of(e.data -> 'note') #>> '{}' AS note`,
};

/** The events that concern them; one event concerns several, so that the rows are bound to the member twice. */
export const listInbox = (pool: Pool, memberId: string, query: InboxQuery) =>
  readList(
    pool,
    items,
    query,
    (put) => {
      const member = `${put(memberId)}::uuid`;
      return {
        join: `JOIN members own ON own.id = ${member} AND i.member_id = own.id`,
        conditions: [
          mayStillSee,
          query.unread !== undefined && `${query.unread ? '' : 'NOT '}${isUnread('own.id')}`,
        ],
      };
    },
    { memberId },
  );

export async function countUnread(pool: Pool, memberId: string): Promise<number> {
  const { rows } = await pool.query<{ unread: number }>({
    name: 'inbox-unread',
    text: `SELECT ${unread} AS unread`,
    values: [memberId],
  });
  return rows[0]?.unread ?? 0;
}
