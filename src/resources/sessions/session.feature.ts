import type { Caller } from '../../domain/access/rules.js';
import type { Store } from '../../platform/db/transaction.js';
import type { WarnThrottled } from '../../platform/throttled-warning.js';
import type { Me } from '../members/member.schema.js';
import { sessionOperations } from './session.routes.js';
import { createSessionService } from './session.service.js';

interface Parts {
  store: Store;
  findSelf: (caller: Caller) => Promise<Me>;
  warn: WarnThrottled;
}

/** Who is signed in with a browser. */
export function createSessions({ store, findSelf, warn }: Parts) {
  const service = createSessionService({ store, warn });
  return {
    service,
    operations: sessionOperations({ sessions: service, findSelf }),
    deleteOld: () => service.forget(),
  };
}
