import type { Store } from '../../platform/db/transaction.js';
import { memberOperations } from './member.routes.js';
import { createMemberService } from './member.service.js';

export function createMembers({ store }: { store: Store }) {
  const service = createMemberService({ store });
  return { service, operations: memberOperations(service) };
}
