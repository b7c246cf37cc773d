import { randomBytes } from 'node:crypto';
import type { Store } from '../../platform/db/transaction.js';
import { Failure, notFound } from '../../platform/errors.js';
import { appendEvents } from '../../workflow/events/events.repository.js';
import type { Actor } from '../../domain/access/rules.js';
import { findKey, insertKey, isPast, revokeKey } from './key.repository.js';
import { digestOf } from '../../platform/auth/authenticate-key.js';
import { formatKey } from '../../domain/access/key.js';
import type { CreatedKey, Key, NewKey } from './key.schema.js';

export type KeyService = ReturnType<typeof createKeyService>;

const secretBytes = 32;

interface Deps {
  store: Store;
  /** The member of an id or ref; throws `member_not_found`. */
  findMember: (idOrRef: string) => Promise<{ id: string; ref: string }>;
  now?: () => Date;
}

export function createKeyService({ store, findMember, now = () => new Date() }: Deps) {
  return {
    /** Makes a key for a member, named by id or ref. The answer holds the key itself, which is kept nowhere. */
    async createKey(
      { memberRef, name, expiresAt }: NewKey & { memberRef: string },
      actor: Actor,
    ): Promise<CreatedKey> {
      const member = await findMember(memberRef);
      const secret = randomBytes(secretBytes).toString('base64url');
      const key = await store.transact(async (tx) => {
        const until = expiresAt === undefined ? null : new Date(expiresAt);
        if (until && (await isPast(tx, until))) throw expired();
        const made = await insertKey(tx, {
          memberId: member.id,
          name,
          secretDigest: Uint8Array.from(digestOf(secret)),
          expiresAt: until,
        });
        await appendEvents(tx, actor, [
          {
            type: 'key.created',
            subject: { type: 'key', id: made.id },
            data: { name, member: member.ref, ...(made.expiresAt !== null && { expiresAt: made.expiresAt }) },
          },
        ]);
        return made;
      });
      return { ...key, key: formatKey({ id: key.id, secret }) };
    },

    async findKey(id: string): Promise<Key> {
      const key = await findKey(store.db, id);
      if (!key) throw notFound('key', id);
      return key;
    },

    /** Revoking a key again changes nothing. */
    async revokeKey(id: string, actor: Actor): Promise<void> {
      await store.transact(async (tx) => {
        const key = await findKey(tx, id);
        if (!key) throw notFound('key', id);
        if (!(await revokeKey(tx, id, now()))) return;
        const { name, member } = key;
        await appendEvents(tx, actor, [
          { type: 'key.revoked', subject: { type: 'key', id }, data: { name, member: member.ref } },
        ]);
      });
    },
  };
}

const expired = (): Failure =>
  new Failure('invalid', 'The key would have expired already.', {
    code: 'expires_in_the_past',
    faults: [{ in: 'body', pointer: '/expiresAt', message: 'must lie in the future' }],
  });
