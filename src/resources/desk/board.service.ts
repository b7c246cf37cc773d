import type { Caller } from '../../domain/access/rules.js';
import type { Pool } from '../../platform/db/client.js';
import type { ClaimReader } from '../claims/claim-reader.service.js';
import { countColumns } from './board.queries.js';
import { boardStatuses, type BoardQuery, type BoardStatus } from './board.schema.js';

export type BoardService = ReturnType<typeof createBoardService>;

/** All columns at one look. */
export function createBoardService({ pool, claims }: { pool: Pool; claims: Pick<ClaimReader, 'list'> }) {
  return {
    /** As JSON: the items come from the database as text. */
    async read(query: BoardQuery, caller: Caller): Promise<string> {
      const { since, columns: counted } = await countColumns(pool);
      const readColumn = (status: BoardStatus) =>
        claims.list(
          status === 'published'
            ? { ...query, status: [status], sort: '-updatedAt', updatedSince: since }
            : { ...query, status: [status], sort: '-priority' },
          caller,
        );
      const columns = boardStatuses.map(async (status) => {
        const {
          count = 0,
          overdue = 0,
          oldestOpenedAt = null,
        } = counted.find((one) => one.status === status) ?? {};
        const { items, last } = (await readColumn(status)).page;
        const head = JSON.stringify({ status, count, overdue, oldestOpenedAt }).slice(0, -1);
        return `${head},"items":[${items}],"more":${String(last !== null)}}`;
      });
      return `{"columns":[${(await Promise.all(columns)).join(',')}]}`;
    },
  };
}
