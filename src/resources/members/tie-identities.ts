/** Identities of members at the provider: what ties them, and what follows from it. */
import { toSeal } from '../../domain/event/sealed-data.js';
import type { NewEvent } from '../../domain/event/types.js';
import type { Actor } from '../../domain/access/rules.js';
import { followOwners } from '../../delivery/webhooks/follow-owners.js';
import type { Tx } from '../../platform/db/client.js';
import type { Digests } from '../../platform/auth/credential-digests.js';
import { Failure } from '../../platform/errors.js';
import { appendEvents } from '../../workflow/events/events.repository.js';
import { findKey, revokeKey } from '../keys/key.repository.js';
import type { Authority } from '../privileged-changes/second-person.js';
import { setIdentities } from './identity.repository.js';
import { findMember } from './member.repository.js';
import type { Identity, Member } from './member.schema.js';

/** Ties identities to a member; a key that stood for one they have no longer works no more. */
export async function tieIdentities(
  tx: Tx,
  { id }: Member,
  identities: readonly Identity[],
  { actor, digests }: { actor: Actor; digests: Digests },
): Promise<void> {
  const tied = await setIdentities(tx, id, identities, digests);
  await appendTied(tx, tied.members, actor);
  for (const keyId of tied.keys) {
    const { name, revokedAt } = (await findKey(tx, keyId)) ?? { name: '', revokedAt: '' };
    if (revokedAt !== null || !(await revokeKey(tx, keyId, new Date()))) continue;
    await appendEvents(tx, actor, [
      {
        type: 'key.revoked',
        subject: { type: 'key', id: keyId },
        data: { name: toSeal('member', id, name), member: id },
      },
    ]);
    await followOwners.keyRevoked(tx, actor, keyId);
  }
}

/** Those who are one person with another now, by an identity of somebody else. */
export async function appendTied(tx: Tx, members: readonly string[], actor: Actor): Promise<void> {
  for (const one of new Set(members)) {
    const member = await findMember(tx, one);
    if (!member) continue;
    await appendEvents(tx, actor, [memberChanged(member, ['person'])]);
  }
}

export const memberChanged = (
  { id, ref, role, active }: Pick<Member, 'id' | 'ref' | 'role' | 'active'>,
  changed: readonly string[],
  authority: Authority = {},
): NewEvent => ({
  type: 'member.changed',
  subject: { type: 'member', id },
  data: { ref: toSeal('member', id, ref), role, active, changed, ...authority },
});

export const identityTaken = (): Failure =>
  new Failure('conflict', 'One of these identities is tied to another member.', {
    code: 'identity_taken',
    faults: [{ in: 'body', pointer: '/identities', message: 'must not be those of another member' }],
  });
