import type { Pool } from '../../platform/db/client.js';
import type { Store } from '../../platform/db/transaction.js';
import type { SecretBox } from '../../platform/secrets/secret-box.js';
import { memberOperations } from './member.routes.js';
import { listMembers } from './member-list.queries.js';
import { createOwnSettings } from './own-settings.service.js';
import { createMemberService } from './member.service.js';

interface Deps {
  store: Store;
  pool: Pool;
  secrets: Pick<SecretBox, 'digest' | 'seal'>;
  publicReading: boolean;
}

export function createMembers({ store, pool, secrets, publicReading }: Deps) {
  const service = createMemberService({ store, secrets });
  const own = createOwnSettings({ store, members: service, publicReading });
  return {
    service,
    own,
    operations: memberOperations({ ...service, list: (query) => listMembers(pool, query) }, own),
  };
}
