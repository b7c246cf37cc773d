import type { Pool } from '../../platform/db/client.js';
import { moment } from '../../platform/db/json-sql.js';
import type { ApprovalInDoubt } from './doubts.schema.js';

const reference = (row: string): string => `jsonb_build_object('id', ${row}.id, 'ref', ${row}.ref)`;

const query = {
  name: 'approvals-in-doubt',
  text: `
    SELECT 'verdict' AS kind, ${reference('c')} AS claim, v.id::text AS id, v.revision, ${moment('v.published_at')} AS "decidedAt",
      ${reference('d')} AS approver, ${reference('w')} AS writer
    FROM approvals_in_doubt() doubt JOIN verdicts v ON v.id = doubt.verdict JOIN claims c ON c.id = v.claim_id
      JOIN members d ON d.id = doubt.decider JOIN members w ON w.id = doubt.writer
    -- One that was corrected or taken back since calls for nothing more.
    WHERE v.status = 'published'
    UNION ALL
    SELECT 'notice', ${reference('c')}, encode(n.digest, 'hex'), n.revision, ${moment('n.decided_at')}, ${reference('d')}, ${reference('w')}
    FROM notices n JOIN claims c ON c.id = n.claim_id JOIN members d ON d.id = n.decided_by_id JOIN members w ON w.id = n.proposed_by_id
    WHERE n.status = 'approved' AND d.id <> w.id AND person_of(d.id) = person_of(w.id)
      AND c.mark IS NOT NULL AND NOT EXISTS (SELECT FROM editions e WHERE e.claim_id = c.id AND e.revision > n.revision)
    UNION ALL
    SELECT 'privileged_change', NULL, p.id::text, NULL, ${moment('p.decided_at')}, ${reference('d')}, ${reference('w')}
    FROM privileged_changes p JOIN members d ON d.id = p.decided_by_id JOIN members w ON w.id = p.asked_by_id
    WHERE p.status = 'confirmed' AND d.id <> w.id AND person_of(d.id) = person_of(w.id)
    ORDER BY "decidedAt" DESC, id, writer`,
};

/** The newest first. */
export const readApprovalsInDoubt = async (pool: Pool): Promise<ApprovalInDoubt[]> =>
  (await pool.query<ApprovalInDoubt>(query)).rows;
