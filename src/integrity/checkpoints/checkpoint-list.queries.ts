/** What was signed, page by page. */
import type { Pool } from '../../platform/db/client.js';
import { mapPage, readList, type List, type ReadList } from '../../platform/http/read-list.js';
import type { CheckpointQuery, checkpointSorts } from './checkpoint.schema.js';
import { sealed } from './statement.js';

const checkpoints: List<(typeof checkpointSorts)[number]> = {
  from: '(SELECT number AS id, number, at, statement, signature FROM checkpoints) k',
  alias: 'k',
  created: 'k.at',
  sorts: { number: { expression: 'k.number', type: 'integer', ids: 'bigint' } },
  columns: 'k.statement, k.signature',
};

export const listCheckpoints = async (pool: Pool, query: CheckpointQuery): Promise<ReadList> =>
  mapPage(
    await readList(pool, checkpoints, query),
    ({ statement, signature }: { statement: string; signature: string }) => sealed(statement, signature),
  );
