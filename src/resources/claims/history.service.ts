import { may, type Caller } from '../../domain/access/rules.js';
import { withhold, type RedactedKind } from '../../domain/erasure/redaction.js';
import { publicData } from '../../domain/event/public-data.js';
import { fillIn, isSealed } from '../../domain/event/sealed-data.js';
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
      if (!forDesk) return mapPage(read, viewForReaders);
      return mapPage(read, (event: DeskEventRow) => viewForDesk(event, caller));
    },
  };
}

interface DeskEventRow extends EventRow {
  /** What is left of the texts that are sealed in it. */
  words: Record<string, unknown>;
}

/** The words of a draft that was passed on are for whoever wrote it and for editors, as the draft itself is. */
function viewForDesk({ words, data, withheld, ...event }: DeskEventRow, caller: Caller): object {
  const shown = withhold(data, withheld ?? []);
  const isTheirs = caller.role === 'editor' || shown['holder'] === caller.memberId;
  const known = isTheirs ? words : without(words, shown['draft']);
  return { ...event, data: fillIn(shown, known) };
}

const without = (words: Record<string, unknown>, draft: unknown): Record<string, unknown> =>
  isSealed(draft)
    ? Object.fromEntries(Object.entries(words).filter(([seal]) => seal !== draft.sealed))
    : words;

function viewForReaders({ data, withheld, ...event }: EventRow): object {
  const shown = publicData(event.type, withhold(data, withheld ?? []));
  return { ...event, ...(shown && { data: shown }) };
}
