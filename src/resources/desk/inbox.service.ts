import { z } from 'zod';
import type { Caller } from '../../domain/access/rules.js';
import { sentencesOf } from '../../domain/inbox/sentences.js';
import type { Pool } from '../../platform/db/client.js';
import type { Store } from '../../platform/db/transaction.js';
import { decodeCursor } from '../../platform/http/cursor.js';
import { toPage } from '../../platform/http/page.js';
import { countUnread, readInbox, type InboxRow } from './inbox.queries.js';
import { markInbox } from './inbox.repository.js';
import type { InboxItem } from './inbox.schema.js';

export type InboxService = ReturnType<typeof createInboxService>;

/** Above every position there will ever be. */
const end = '9223372036854775807';
const place = z.string().regex(/^\d{1,18}$/);

export function createInboxService({ store, pool }: { store: Store; pool: Pool }) {
  return {
    async list(asked: { after?: string | undefined; limit: number }, { memberId }: Caller) {
      const before = decodeCursor(asked.after, place) ?? end;
      const found = await readInbox(pool, { memberId, before, limit: asked.limit + 1 });
      const { items, next } = toPage(found.items, asked.limit, ({ position }) => position);
      return { items: items.map(viewItem), next, unread: found.unread };
    },

    /** What was read stays so: a mark that comes late moves nothing back. */
    async mark(upTo: string, { memberId }: Caller): Promise<{ unread: number }> {
      await store.transact((tx) => markInbox(tx, memberId, upTo));
      return { unread: await countUnread(pool, memberId) };
    },
  };
}

const viewItem = ({ actorName, ...row }: InboxRow): InboxItem => ({
  ...row,
  sentence: sentencesOf(row.code, { stage: row.stage, reason: row.reason, actor: actorName }),
});
