/** What has changed of a published claim and is not public: readers get it with the next correction only. */
import type { Claim } from '../api/claims.js';
import { late } from '../parts/late.js';
import { useMe } from '../session/session.js';

const ListUnpublished = late(() => import('./list-unpublished.js').then((part) => part.ListUnpublished));

const stands: readonly string[] = ['published', 'correcting', 'in_approval'];

export function UnpublishedChanges({ claim }: { claim: Pick<Claim, 'id' | 'status' | 'revision'> }) {
  const { permissions } = useMe();
  const isAsked =
    permissions.includes('read_desk') && claim.revision !== null && stands.includes(claim.status);
  return isAsked ? <ListUnpublished claim={claim.id} /> : null;
}
