import { randomBytes } from 'node:crypto';
import type { Tx } from '../../platform/db/client.js';
import type { Store } from '../../platform/db/transaction.js';
import { Failure, notFound } from '../../platform/errors.js';
import { appendEvents } from '../../workflow/events/events.repository.js';
import type { Actor } from '../../domain/access/rules.js';
import { followOwners } from '../../delivery/webhooks/follow-owners.js';
import { findKey, insertKey, isPast, replaceKey, revokeKey } from './key.repository.js';
import { digestOf } from '../../platform/auth/authenticate-key.js';
import { formatKey } from '../../domain/access/key.js';
import type { CreatedKey, Key, KeyRotation, NewKey } from './key.schema.js';

export type KeyService = ReturnType<typeof createKeyService>;

const secretBytes = 32;

interface Deps {
  store: Store;
  /** The member of an id or ref; throws `member_not_found`. */
  findMember: (idOrRef: string) => Promise<{ id: string; ref: string }>;
  now?: () => Date;
}

export function createKeyService({ store, findMember, now = () => new Date() }: Deps) {
  const make = async (
    tx: Tx,
    { name, expiresAt, secret }: NewKey & { secret: string },
    member: { id: string; ref: string },
    actor: Actor,
  ): Promise<Key> => {
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
  };

  /** With the key itself, which is kept nowhere: not as what a transaction gives back either, which may be asked for again. */
  const withSecret = async (work: (secret: string) => Promise<Key>): Promise<CreatedKey> => {
    const secret = randomBytes(secretBytes).toString('base64url');
    const made = await work(secret);
    return { ...made, key: formatKey({ id: made.id, secret }) };
  };

  return {
    /** Makes a key for a member, named by id or ref. */
    async createKey(
      { memberRef, ...given }: NewKey & { memberRef: string },
      actor: Actor,
    ): Promise<CreatedKey> {
      const member = await findMember(memberRef);
      return withSecret((secret) => store.transact((tx) => make(tx, { ...given, secret }, member, actor)));
    },

    /** Another key for the same member; webhooks made with the one before are handed on to it. */
    rotateKey: (id: string, { overlapHours, expiresAt }: KeyRotation, actor: Actor): Promise<CreatedKey> =>
      withSecret((secret) =>
        store.transact(async (tx) => {
          const before = await findKey(tx, id);
          if (!before) throw notFound('key', id);
          if (before.kind === 'sign_in') throw ofSignIn();
          const { name, member } = before;
          const made = await make(tx, { name, secret, ...(expiresAt && { expiresAt }) }, member, actor);
          if (!(await replaceKey(tx, id, { successor: made.id, overlapHours }))) throw ended();
          const data = { name, member: member.ref, successor: made.id, overlapHours };
          await appendEvents(tx, actor, [{ type: 'key.rotated', subject: { type: 'key', id }, data }]);
          await followOwners.keyReplaced(tx, actor, { from: id, to: made.id });
          return made;
        }),
      ),

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
        await followOwners.keyRevoked(tx, actor, id);
      });
    },
  };
}

const ended = (): Failure =>
  new Failure('conflict', 'The key is revoked, or has a successor already.', { code: 'key_ended' });

const ofSignIn = (): Failure =>
  new Failure('conflict', 'This key stands for a sign-in at the identity provider and has no secret.', {
    code: 'sign_in_key',
  });

const expired = (): Failure =>
  new Failure('invalid', 'The key would have expired already.', {
    code: 'expires_in_the_past',
    faults: [{ in: 'body', pointer: '/expiresAt', message: 'must lie in the future' }],
  });
