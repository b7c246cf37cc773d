import { randomBytes } from 'node:crypto';
import { toSeal } from '../../domain/event/sealed-data.js';
import type { Db, Tx } from '../../platform/db/client.js';
import { newId } from '../../platform/db/new-id.js';
import type { Store } from '../../platform/db/transaction.js';
import { Failure, notFound } from '../../platform/errors.js';
import { appendEvents } from '../../workflow/events/events.repository.js';
import type { Actor, Caller } from '../../domain/access/rules.js';
import type { Outcome } from '../privileged-changes/outcome.js';
import { lockAdmins } from '../privileged-changes/privileged-change.repository.js';
import { withSecondPerson, type Authority } from '../privileged-changes/second-person.js';
import { followOwners } from '../../delivery/webhooks/follow-owners.js';
import { findKey, insertKey, isPast, replaceKey, revokeKey } from './key.repository.js';
import { digestOfKey, type Digests } from '../../platform/auth/credential-digests.js';
import { formatKey } from '../../domain/access/key.js';
import type { CreatedKey, Key, KeyRotation, NewKey } from './key.schema.js';

export type KeyService = ReturnType<typeof createKeyService>;

/** Throws where the key is not as the caller means to change it; admins do so one after the other. */
type Expectation = (current: Key) => void;

const secretBytes = 32;

interface Deps {
  store: Store;
  digests: Digests;
  /** The member of an id or ref; throws `member_not_found`. */
  findMember: (idOrRef: string) => Promise<{ id: string; ref: string }>;
  now?: () => Date;
}

export function createKeyService({ store, digests, findMember, now = () => new Date() }: Deps) {
  const insert = async (
    tx: Tx,
    { name, expiresAt, member, ...key }: NewRow,
    actor: Actor,
    authority: Authority = {},
  ): Promise<Key> => {
    const until = expiresAt === undefined ? null : new Date(expiresAt);
    if (until && (await isPast(tx, until))) throw expired();
    const made = await insertKey(tx, { ...key, memberId: member.id, name, expiresAt: until });
    const ends = made.expiresAt !== null && { expiresAt: made.expiresAt };
    await appendEvents(tx, actor, [
      {
        type: 'key.created',
        subject: { type: 'key', id: made.id },
        data: { name: toSeal('member', member.id, name), member: member.id, ...ends, ...authority },
      },
    ]);
    return made;
  };

  const find = async (id: string, db: Db): Promise<Key> => {
    const key = await findKey(db, id);
    if (!key) throw notFound('key', id);
    return key;
  };

  const rotate = async (
    tx: Tx,
    before: Key,
    { overlapHours, ...made }: Omit<NewRow, 'name' | 'member'> & Pick<KeyRotation, 'overlapHours'>,
    actor: Actor,
    authority: Authority = {},
  ): Promise<Key> => {
    const { id, name, member } = before;
    if (before.kind === 'sign_in') throw ofSignIn();
    const key = await insert(tx, { ...made, name, member }, actor, authority);
    if (!(await replaceKey(tx, id, { successor: key.id, overlapHours }))) throw ended();
    const data = {
      name: toSeal('member', member.id, name),
      member: member.id,
      successor: key.id,
      overlapHours,
      ...authority,
    };
    await appendEvents(tx, actor, [{ type: 'key.rotated', subject: { type: 'key', id }, data }]);
    await followOwners.keyReplaced(tx, actor, { from: id, to: key.id });
    return key;
  };

  const revoke = async (tx: Tx, { id, name, member }: Key, actor: Actor, authority: Authority = {}) => {
    if (!(await revokeKey(tx, id, now()))) return;
    const data = { name: toSeal('member', member.id, name), member: member.id, ...authority };
    await appendEvents(tx, actor, [{ type: 'key.revoked', subject: { type: 'key', id }, data }]);
    await followOwners.keyRevoked(tx, actor, id);
  };

  return {
    /** For the system and the command: an admin of the API asks by `requestKey`. */
    async createKey(
      { memberRef, ...given }: NewKey & { memberRef: string },
      actor: Actor,
    ): Promise<CreatedKey> {
      const member = await findMember(memberRef);
      const { text, ...secret } = newSecret(digests, member);
      const made = await store.transact((tx) => insert(tx, { ...given, ...secret, member }, actor));
      return { ...made, key: text };
    },

    /** The key is shown now, whether it works at once or not: its digest waits with the change. */
    async requestKey(
      { memberRef, ...given }: NewKey & { memberRef: string },
      caller: Caller,
    ): Promise<Outcome<Key> & { key: string }> {
      const member = await findMember(memberRef);
      const { text, ...secret } = newSecret(digests, member);
      const outcome = await store.transact(async (tx): Promise<Outcome<Key>> => {
        const row = { ...given, ...secret, member };
        if (member.id === caller.memberId) return { done: await insert(tx, row, caller) };
        if (given.expiresAt !== undefined && (await isPast(tx, new Date(given.expiresAt)))) throw expired();
        const admins = await lockAdmins(tx);
        return withSecondPerson(
          tx,
          { actor: caller, admins },
          { kind: 'create_key', member, keyId: secret.id, wanted: given, secretDigest: secret.secretDigest },
          (authority) => insert(tx, row, caller, authority),
        );
      });
      return { ...outcome, key: text };
    },

    /** Another key for the same member; webhooks made with the one before are passed on to it. */
    async requestRotation(
      id: string,
      given: KeyRotation,
      caller: Caller,
      expect: Expectation,
    ): Promise<Outcome<Key> & { key: string }> {
      // A key stays its member's.
      const { text, ...secret } = newSecret(digests, (await find(id, store.db)).member);
      const outcome = await store.transact(async (tx): Promise<Outcome<Key>> => {
        const admins = await lockAdmins(tx);
        const before = await find(id, tx);
        expect(before);
        if (before.kind === 'sign_in') throw ofSignIn();
        if (before.revokedAt !== null || before.successor) throw ended();
        const rotation = { ...given, ...secret };
        if (before.member.id === caller.memberId) return { done: await rotate(tx, before, rotation, caller) };
        return withSecondPerson(
          tx,
          { actor: caller, admins },
          {
            kind: 'rotate_key',
            member: before.member,
            keyId: secret.id,
            wanted: { ...given, key: id },
            secretDigest: secret.secretDigest,
          },
          (authority) => rotate(tx, before, rotation, caller, authority),
        );
      });
      return { ...outcome, key: text };
    },

    findKey: (id: string): Promise<Key> => find(id, store.db),

    /** Revoking a key again changes nothing. For the system: an admin of the API asks by `requestRevocation`. */
    revokeKey: (id: string, actor: Actor): Promise<void> =>
      store.transact(async (tx) => revoke(tx, await find(id, tx), actor)),

    requestRevocation: (id: string, caller: Caller, expect: Expectation): Promise<Outcome<Key>> =>
      store.transact(async (tx) => {
        const admins = await lockAdmins(tx);
        const key = await find(id, tx);
        expect(key);
        const work = async (authority: Authority): Promise<Key> => {
          await revoke(tx, key, caller, authority);
          return find(id, tx);
        };
        const ofAnAdmin = admins.some((admin) => admin.id === key.member.id);
        const isOwn = key.member.id === caller.memberId;
        if (!ofAnAdmin || isOwn || key.revokedAt !== null) return { done: await work({}) };
        return withSecondPerson(
          tx,
          { actor: caller, admins },
          { kind: 'revoke_key', member: key.member, keyId: id, wanted: {} },
          work,
        );
      }),

    /** What was asked for and has been confirmed, by the transaction of the confirmation. */
    confirmed: {
      create: async (tx: Tx, row: NewRow, caller: Caller, authority: Authority): Promise<void> => {
        await insert(tx, row, caller, authority);
      },
      rotate: async (
        tx: Tx,
        { before, ...rotation }: Omit<NewRow, 'name' | 'member'> & KeyRotation & { before: string },
        caller: Caller,
        authority: Authority,
      ): Promise<void> => {
        await rotate(tx, await find(before, tx), rotation, caller, authority);
      },
      revoke: async (tx: Tx, id: string, caller: Caller, authority: Authority): Promise<void> => {
        await revoke(tx, await find(id, tx), caller, authority);
      },
    },
  };
}

/** A key before it is made: its id is known, because whoever asks for it is shown it. */
interface NewRow extends NewKey {
  id: string;
  secretDigest: Uint8Array<ArrayBuffer>;
  member: { id: string; ref: string };
}

/** The text is kept nowhere: not as what a transaction gives back either, which may be asked for again. */
function newSecret(
  digests: Digests,
  { id: memberId }: { id: string },
): { id: string; secretDigest: Uint8Array<ArrayBuffer>; text: string } {
  const id = newId();
  const secret = randomBytes(secretBytes).toString('base64url');
  return {
    id,
    secretDigest: Uint8Array.from(digestOfKey(digests, { keyId: id, memberId }, secret)),
    text: formatKey({ id, secret }),
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
