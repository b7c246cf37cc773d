import type { Pool } from '../../platform/db/client.js';
import { moment } from '../../platform/db/json-sql.js';
import { boardStatuses, publishedDays, type BoardStatus } from './board.schema.js';

interface ColumnCounts {
  status: BoardStatus;
  count: number;
  overdue: number;
  oldestOpenedAt: string | null;
}

interface Counts {
  /** What was published and has not changed since then is not on the board. */
  since: string;
  /** Those that hold anything. */
  columns: ColumnCounts[];
}

const atWork = boardStatuses.filter((status) => status !== 'published');

const counts = {
  name: 'counts-of-the-board',
  text: `
    WITH board AS (SELECT desk_now() - interval '${String(publishedDays)} days' AS since), columns AS (
      SELECT c.status, count(DISTINCT c.id) AS count, count(t.overdue_at) AS overdue, ${moment('min(t.opened_at)')} AS "oldestOpenedAt"
      FROM claims c LEFT JOIN review_tasks t ON t.claim_id = c.id AND t.closed_at IS NULL
      WHERE c.status = ANY ('{${atWork.join(',')}}'::claim_status[]) AND NOT c.test
      GROUP BY c.status
      UNION ALL
      SELECT 'published', count(*), 0, NULL FROM claims c
      WHERE c.status = 'published' AND NOT c.test AND c.updated_at >= (SELECT since FROM board)
    )
    SELECT ${moment('since')} AS since, (SELECT jsonb_agg(to_jsonb(columns)) FROM columns) AS columns FROM board`,
};

export async function countColumns(pool: Pool): Promise<Counts> {
  const { rows } = await pool.query<Counts>(counts);
  const [counted] = rows;
  if (!counted) throw new Error('the counts are always one row');
  return counted;
}
