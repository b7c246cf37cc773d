import type { Pool } from '../../platform/db/client.js';
import type { Store } from '../../platform/db/transaction.js';
import { memberOperations } from './member.routes.js';
import { listMembers } from './member-list.queries.js';
import { createMemberService } from './member.service.js';

export function createMembers({ store, pool }: { store: Store; pool: Pool }) {
  const service = createMemberService({ store });
  return { service, operations: memberOperations({ ...service, list: (query) => listMembers(pool, query) }) };
}
