import type { Caller } from '../../domain/access/rules.js';
import { digestOfSession, newSessionToken, type Digests } from '../../platform/auth/credential-digests.js';
import type { Store } from '../../platform/db/transaction.js';
import type { WarnThrottled } from '../../platform/throttled-warning.js';
import {
  deleteEnded,
  deleteSession,
  findEnd,
  insertSession,
  isOfIdentity,
  noteUses,
} from './session.repository.js';

export type SessionService = ReturnType<typeof createSessionService>;

const toDigest = (session: string): Uint8Array<ArrayBuffer> => Uint8Array.from(Buffer.from(session, 'hex'));

interface Deps {
  store: Store;
  digests: Digests;
  warn: WarnThrottled;
}

/** Sessions of browsers: the token is in the cookie, its digest in the database, and the key says what they may do. */
export function createSessionService({ store, digests, warn }: Deps) {
  const used = new Set<string>();

  return {
    /** Of a session's token: what the database has of it. */
    digestOf: (token: string): string => digestOfSession(digests, token),

    /** The token is shown now and kept nowhere. `before`: the digest of a session that the browser has still, which ends. */
    async start(caller: Caller, before: string | undefined): Promise<{ token: string; endsAt: string }> {
      const token = newSessionToken(digests, caller);
      const endsAt = await store.transact(async (tx) => {
        if (before !== undefined) await deleteSession(tx, toDigest(before));
        return insertSession(tx, toDigest(digestOfSession(digests, token)), caller.keyId);
      });
      return { token, endsAt: endsAt.toISOString() };
    },

    /** When the session of the caller ends; null where they have none. */
    async findEnd({ session }: Caller): Promise<string | null> {
      const endsAt = session === undefined ? undefined : await findEnd(store.db, toDigest(session));
      return endsAt?.toISOString() ?? null;
    },

    /** True where it was begun at the identity provider, where they are signed in still. */
    async end({ session }: Caller): Promise<boolean> {
      if (session === undefined) return false;
      return store.transact(async (tx) => {
        const isTheirs = await isOfIdentity(tx, toDigest(session));
        await deleteSession(tx, toDigest(session));
        return isTheirs;
      });
    },

    noteUse: (session: string): void => {
      used.add(session);
    },

    /** Writes down which were used since the last time; what could not be written is kept for the next. */
    async writeUses(): Promise<void> {
      const noted = [...used];
      if (noted.length === 0) return;
      used.clear();
      try {
        await noteUses(store.db, noted.map(toDigest));
      } catch (error) {
        warn(error, 'the use of sessions could not be written down; it will be tried again');
        for (const session of noted) used.add(session);
      }
    },

    forget: (): Promise<number> => deleteEnded(store.db),
  };
}
