import type { z } from 'zod';
import { may, type Caller } from '../../domain/access/rules.js';
import { relationTypes } from '../../domain/claim/relation.js';
import { findClaim } from '../../workflow/find-claim.js';
import type { Store } from '../../platform/db/transaction.js';
import { pageOfAll } from '../../platform/http/page.js';
import { mapPage, rowsOf, type ReadList } from '../../platform/http/read-list.js';
import type { Pool } from '../../platform/db/client.js';
import { walkRelations } from '../../domain/claim/graph.js';
import { listDenials, type DenialRow } from './denial-list.queries.js';
import type { DenierQuery, graph, graphQuery, OriginQuery, origins } from './graph.schema.js';
import {
  findNeighbors,
  findRepeated,
  readEdges,
  readNodes,
  readChains,
  type ChainRow,
} from './graph.repository.js';
import { countOrigins, originsOf, type Origin, type ClaimChain } from '../../domain/claim/origin.js';

export type GraphService = ReturnType<typeof createGraphService>;

const mostNodes = 200;
const mostChains = 500;

/** What can be read from how claims hang together. Every answer takes a bounded number of queries. */
export function createGraphService({ store: { db }, pool }: { store: Store; pool: Pool }) {
  return {
    /** The neighborhood of a claim. */
    async explore(
      idOrRef: string,
      { depth, types = [...relationTypes] }: z.output<typeof graphQuery>,
      caller: Caller,
    ): Promise<z.input<typeof graph>> {
      const { id } = await findClaim(db, idOrRef);
      const { distances, truncated } = await walkRelations(
        id,
        { depth, most: mostNodes },
        (frontier, seen, most) => findNeighbors(db, { frontier, seen, types, most }),
      );
      const ids = [...distances.keys()];
      const rows = new Map((await readNodes(db, ids)).map((row) => [row.id, row]));
      const edges = await readEdges(db, ids, types);
      return {
        nodes: [...distances].flatMap(([nodeId, distance]) => {
          const row = rows.get(nodeId);
          if (!row) return [];
          const { quoteExact: text, ...node } = row;
          return [{ ...node, text, distance }];
        }),
        edges: edges.map((edge) => ({ ...edge, note: noteFor(caller, edge.note) })),
        truncated,
      };
    },

    /** Who denies a claim: the original claimants of every claim that does, wholly or in part. */
    async listDeniers(idOrRef: string, query: DenierQuery, caller: Caller): Promise<ReadList> {
      const read = await listDenials(pool, idOrRef, query, may(caller.role, 'read_desk'));
      const ids = rowsOf<DenialRow>(read).map(({ claim }) => claim.id);
      const chains = new Map((await readChains(db, ids)).map((row) => [row.id, toChain(row)]));
      return mapPage(read, (row: DenialRow) => {
        const chain = chains.get(row.claim.id);
        return { ...row, deniers: chain ? originsOf(chain).map(viewOrigin) : [] };
      });
    },

    /** How many voices there are behind all who tell the same. */
    async listOrigins(idOrRef: string, query: OriginQuery): Promise<z.input<typeof origins>> {
      const { id } = await findClaim(db, idOrRef);
      const ids = await findRepeated(db, id, mostChains + 1);
      const rows = await readChains(db, ids.slice(0, mostChains));
      const { items, ...counts } = countOrigins(rows.map(toChain));
      const page = pageOfAll(items, query, ({ origin }) => origin.key, { claim: idOrRef });
      return {
        ...counts,
        items: page.items.map(({ origin, ...item }) => ({ origin: viewOrigin(origin), ...item })),
        next: page.next,
        truncated: ids.length > mostChains,
      };
    },
  };
}

/** Words of the desk about a relation: no edition holds them. */
const noteFor = ({ role }: Caller, note: string | null): string | null =>
  may(role, 'read_desk') ? note : null;

const toChain = ({ id, ref, article, attributions }: ChainRow): ClaimChain => ({
  claim: { id, ref },
  article,
  links: attributions,
});

const viewOrigin = ({ source, label, article, anonymous }: Origin) => ({
  source: source && { ...source, names: source.names ?? [] },
  label,
  article,
  anonymous,
});
