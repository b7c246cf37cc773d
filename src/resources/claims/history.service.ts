import { z } from 'zod';
import { may, type Caller } from '../../domain/access/rules.js';
import { findClaim } from '../../workflow/find-claim.js';
import type { Store } from '../../platform/db/transaction.js';
import { decodeCursor } from '../../platform/http/cursor.js';
import { toPage } from '../../platform/http/page.js';
import { publicData } from '../../domain/event/public-data.js';
import { readHistory } from './history.repository.js';

export type HistoryService = ReturnType<typeof createHistoryService>;

const ordinal = z.int().min(1).max(2_147_483_647);

interface Deps {
  store: Store;
}

export function createHistoryService({ store: { db } }: Deps) {
  return {
    /** What happened to a claim, from the first event on; how the desk works on it is for the desk. */
    async read(
      idOrRef: string,
      { limit, after }: { limit: number; after?: string | undefined },
      caller: Caller,
    ) {
      const { id } = await findClaim(db, idOrRef);
      const rows = await readHistory(db, id, decodeCursor(after, ordinal) ?? 0, limit + 1);
      const { items, next } = toPage(rows, limit, ({ ordinal }) => ordinal);
      const forDesk = may(caller.role, 'read_desk');
      return {
        items: items.map(({ actor, subjectType, subjectId, at, data, ...event }) => ({
          ...event,
          ordinal: event.ordinal ?? 0,
          subject: { type: subjectType, id: subjectId },
          occurredAt: at.toISOString(),
          ...(forDesk && { actor }),
          ...dataOf(event.type, data as Record<string, unknown>, forDesk),
        })),
        next,
      };
    },
  };
}

function dataOf(type: string, data: Record<string, unknown>, forDesk: boolean) {
  const shown = forDesk ? data : publicData(type, data);
  return shown && { data: { ...shown } };
}
