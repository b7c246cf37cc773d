import { hash, randomBytes, timingSafeEqual } from 'node:crypto';
import { z } from 'zod';
import type { Store } from '../db/transaction.js';
import { Failure, notFound } from '../errors.js';
import { appendEvents } from '../../workflow/events/events.repository.js';
import { decodeCursor } from '../http/cursor.js';
import { toPage, type Page } from '../http/page.js';
import type { Actor, Caller } from '../../domain/access/rules.js';
import type { Credentials } from './credentials.js';
import type { KeyUses } from './key-use.service.js';
import { findKey, insertKey, isPast, listKeys, revokeKey } from './key.repository.js';
import { formatKey, parseKey } from '../../domain/access/key.js';
import type { CreatedKey, Key, NewKey } from '../../resources/keys/key.schema.js';
import type { MemberService } from '../../resources/members/member.service.js';

export type AccessService = ReturnType<typeof createAccessService>;

const secretBytes = 32;
const digest = (secret: string): Buffer => hash('sha256', secret, 'buffer');

/** Compared with where there is no such key, so that an unknown id takes the same path as a wrong secret. */
const noDigest = randomBytes(32);

interface Deps {
  store: Store;
  members: Pick<MemberService, 'find' | 'ensure'>;
  credentials: Pick<Credentials, 'find'>;
  uses: Pick<KeyUses, 'noteUse' | 'noteRefusal'>;
  now: () => Date;
}

export function createAccessService({ store, members, credentials, uses, now }: Deps) {
  return {
    ensureMember: members.ensure,

    /**
     * Whose key this is; undefined where it is none, is revoked or expired, or its member is no longer active. The
     * use is noted where it is known from where.
     */
    authenticate: async (token: string, address?: string): Promise<Caller | undefined> => {
      const parts = parseKey(token);
      const credential = parts && (await credentials.find(parts.id));
      const right = timingSafeEqual(digest(parts?.secret ?? ''), credential?.secretDigest ?? noDigest);
      if (credential && right && credential.valid) {
        if (address !== undefined) uses.noteUse(credential.caller.keyId, address);
        return credential.caller;
      }
      if (address !== undefined) uses.noteRefusal(credential?.caller.keyId ?? null, address);
      return undefined;
    },

    /** Makes a key for a member, named by id or ref. The answer holds the key itself, which is kept nowhere. */
    async createKey(
      { memberRef, name, expiresAt }: NewKey & { memberRef: string },
      actor: Actor,
    ): Promise<CreatedKey> {
      const member = await members.find(memberRef);
      const secret = randomBytes(secretBytes).toString('base64url');
      const key = await store.transact(async (tx) => {
        const until = expiresAt === undefined ? null : new Date(expiresAt);
        if (until && (await isPast(tx, until))) throw expired();
        const made = await insertKey(tx, {
          memberId: member.id,
          name,
          secretDigest: Uint8Array.from(digest(secret)),
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

    /** In order of creation, revoked ones too; never the secrets. */
    async listKeys(
      member: string,
      { limit, after }: { limit: number; after?: string | undefined },
    ): Promise<Page<Key>> {
      const above = decodeCursor(after, z.uuid());
      const { id } = await members.find(member);
      return toPage(await listKeys(store.db, id, { limit: limit + 1, above }), limit, (key) => key.id);
    },
  };
}

const expired = (): Failure =>
  new Failure('invalid', 'The key would have expired already.', {
    code: 'expires_in_the_past',
    faults: [{ in: 'body', pointer: '/expiresAt', message: 'must lie in the future' }],
  });
