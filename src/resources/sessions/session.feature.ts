import type { Store } from '../../platform/db/transaction.js';
import type { WarnThrottled } from '../../platform/throttled-warning.js';
import type { Member } from '../members/member.schema.js';
import { viewSelf } from '../members/member.view.js';
import { sessionOperations } from './session.routes.js';
import { createSessionService } from './session.service.js';

interface Parts {
  store: Store;
  findMember: (id: string) => Promise<Member>;
  warn: WarnThrottled;
}

/** Who is signed in with a browser. */
export function createSessions({ store, findMember, warn }: Parts) {
  const service = createSessionService({ store, warn });
  return {
    service,
    operations: sessionOperations({
      sessions: service,
      findSelf: async ({ memberId }) => viewSelf(await findMember(memberId)),
    }),
    deleteOld: () => service.forget(),
  };
}
