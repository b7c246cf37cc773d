/** Approvals in doubt in their list, as their JSON is written by the database. */
import type { Pool } from '../../platform/db/client.js';
import { jsonObject, moment } from '../../platform/db/json-sql.js';
import { byMoment } from '../../platform/db/list-page.js';
import { named } from '../../platform/db/named.js';
import { anyOf, readList, type List } from '../../platform/http/read-list.js';
import type { DoubtQuery, doubtSorts } from './doubts.schema.js';

/** One may be in doubt by the words of several: together with whose they are it has an id. */
const doubts = `(
  SELECT md5(concat_ws(' ', kind, what, writer))::uuid AS id, *
  FROM (
    SELECT 'verdict' AS kind, v.claim_id, v.id::text AS what, v.revision, v.published_at AS decided_at,
      doubt.decider, doubt.writer
    FROM approvals_in_doubt() doubt JOIN verdicts v ON v.id = doubt.verdict
    -- One that was corrected or taken back since calls for nothing more.
    WHERE v.status = 'published'
    UNION ALL
    SELECT 'notice', n.claim_id, encode(n.digest, 'hex'), n.revision, n.decided_at, n.decided_by_id, n.proposed_by_id
    FROM notices n JOIN claims c ON c.id = n.claim_id
    WHERE n.status = 'approved' AND n.decided_by_id <> n.proposed_by_id AND person_of(n.decided_by_id) = person_of(n.proposed_by_id)
      AND c.mark IS NOT NULL AND NOT EXISTS (SELECT FROM editions e WHERE e.claim_id = c.id AND e.revision > n.revision)
    UNION ALL
    SELECT 'privileged_change', NULL, p.id::text, NULL, p.decided_at, p.decided_by_id, p.asked_by_id
    FROM privileged_changes p
    WHERE p.status = 'confirmed' AND p.decided_by_id <> p.asked_by_id AND person_of(p.decided_by_id) = person_of(p.asked_by_id)
  ) found)`;

const member = (id: string): string => jsonObject(`SELECT m.id, m.ref FROM members m WHERE m.id = ${id}`);

const list: List<(typeof doubtSorts)[number]> = {
  from: `${doubts} d`,
  alias: 'd',
  created: 'd.decided_at',
  sorts: { decidedAt: byMoment('d.decided_at') },
  columns: `
    d.kind, d.what AS id, ${jsonObject('SELECT c.id, c.ref FROM claims c WHERE c.id = d.claim_id')} AS claim, d.revision,
    ${moment('d.decided_at')} AS "decidedAt", ${member('d.decider')} AS approver, ${member('d.writer')} AS writer`,
};

export const listDoubts = (pool: Pool, query: DoubtQuery) =>
  readList(pool, list, query, (put) => ({
    conditions: [
      anyOf('d.kind', query.kind, 'text', put),
      query.claim && `d.claim_id = ANY (${named('claims', query.claim, put)})`,
    ],
  }));
