import { may, type Caller } from '../../domain/access/rules.js';
import { withhold, type RedactedKind } from '../../domain/erasure/redaction.js';
import { publicData } from '../../domain/event/public-data.js';
import { fillIn } from '../../domain/event/sealed-data.js';
import type { Pool } from '../../platform/db/client.js';
import { mapPage } from '../../platform/http/read-list.js';
import { listHistory } from './history.queries.js';
import type { HistoryQuery } from './history.schema.js';

export type HistoryService = ReturnType<typeof createHistoryService>;

interface EventRow {
  type: string;
  data: Record<string, unknown>;
  withheld: RedactedKind[] | null;
}

export function createHistoryService({ pool }: { pool: Pool }) {
  return {
    /** What happened to a claim; how the desk works on it, and in which words, is for the desk. */
    async read(idOrRef: string, query: HistoryQuery, caller: Caller) {
      const forDesk = may(caller.role, 'read_desk');
      const read = await listHistory(pool, idOrRef, query, forDesk);
      return mapPage(read, forDesk ? viewForDesk : viewForReaders);
    },
  };
}

/** `words`: what is left of the texts that are sealed in it. */
const viewForDesk = ({
  words,
  data,
  withheld,
  ...event
}: EventRow & { words: Record<string, unknown> }): object => ({
  ...event,
  data: fillIn(withhold(data, withheld ?? []), words),
});

function viewForReaders({ data, withheld, ...event }: EventRow): object {
  const shown = publicData(event.type, withhold(data, withheld ?? []));
  return { ...event, ...(shown && { data: shown }) };
}
