import type { Pool } from '../../platform/db/client.js';
import { moment } from '../../platform/db/json-sql.js';
import type { ApprovalInDoubt } from './doubts.schema.js';

const query = {
  name: 'approvals-in-doubt',
  text: `
    SELECT jsonb_build_object('id', c.id, 'ref', c.ref) AS claim, jsonb_build_object('id', v.id) AS verdict, v.revision,
      ${moment('v.published_at')} AS "publishedAt", jsonb_build_object('id', d.id, 'ref', d.ref) AS approver,
      jsonb_build_object('id', w.id, 'ref', w.ref) AS writer
    FROM approvals_in_doubt() doubt JOIN verdicts v ON v.id = doubt.verdict JOIN claims c ON c.id = v.claim_id
      JOIN members d ON d.id = doubt.decider JOIN members w ON w.id = doubt.writer
    -- One that was corrected or taken back since calls for nothing more.
    WHERE v.status = 'published'
    ORDER BY v.published_at DESC, v.id, w.id`,
};

/** The newest first. */
export const readApprovalsInDoubt = async (pool: Pool): Promise<ApprovalInDoubt[]> =>
  (await pool.query<ApprovalInDoubt>(query)).rows;
