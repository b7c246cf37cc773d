import type { Caller } from '../../domain/access/rules.js';
import { sentencesOf } from '../../domain/inbox/sentences.js';
import type { Pool } from '../../platform/db/client.js';
import type { Store } from '../../platform/db/transaction.js';
import { mapPage } from '../../platform/http/read-list.js';
import { countUnread, listInbox, type InboxRow } from './inbox.queries.js';
import { markInbox } from './inbox.repository.js';
import type { InboxItem, InboxQuery } from './inbox.schema.js';

export type InboxService = ReturnType<typeof createInboxService>;

export function createInboxService({ store, pool }: { store: Store; pool: Pool }) {
  return {
    async list(query: InboxQuery, { memberId }: Caller) {
      const [read, unread] = await Promise.all([
        listInbox(pool, memberId, query),
        countUnread(pool, memberId),
      ]);
      return { read: mapPage(read, viewItem), unread };
    },

    /** What was read stays so: a mark that comes late moves nothing back. */
    async mark(upTo: string, { memberId }: Caller): Promise<{ unread: number }> {
      await store.transact((tx) => markInbox(tx, memberId, upTo));
      return { unread: await countUnread(pool, memberId) };
    },
  };
}

const viewItem = ({ actorName: actor, changed, erases, ...row }: InboxRow): InboxItem => {
  const { type, stage, reason, waits } = row;
  const isOver = waits === false;
  return { ...row, sentence: sentencesOf(type, { stage, reason, actor, changed, erases, isOver }) };
};
