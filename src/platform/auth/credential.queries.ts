import type { Caller } from '../../domain/access/rules.js';
import { idleHours } from '../../domain/access/session.js';
import type { Pool } from '../db/client.js';

interface Known {
  caller: Caller;
  /** Not revoked, not expired by the database's clock, and of a member who is active. */
  valid: boolean;
}
export interface Credential extends Known {
  secretDigest: Uint8Array;
}
/** Of a session; it is valid as long as the key it was begun with is, too. */
export type KnownSession = Known;

const member = `
  keys.id AS "keyId", members.id AS "memberId", coalesce(members.person_id, members.id) AS "personId", members.ref, members.name, members.role`;
export const keyWorks = `members.active AND keys.revoked_at IS NULL AND (keys.expires_at IS NULL OR keys.expires_at > now())`;
export const sessionLasts = `sessions.ends_at > now() AND sessions.used_at > now() - interval '${String(idleHours)} hours'`;
export const ofKeys = 'keys JOIN members ON members.id = keys.member_id';
export const ofSessions = `sessions JOIN keys ON keys.id = sessions.key_id JOIN members ON members.id = keys.member_id`;

const withSecret = {
  name: 'credentials',
  text: `
    SELECT ${member}, keys.secret_digest AS "secretDigest", ${keyWorks} AS valid FROM ${ofKeys}
    WHERE keys.id = ANY ($1::uuid[]) AND keys.secret_digest IS NOT NULL`,
};

/** The keys that have a secret, whether they may be used or not, by their ids. */
export async function findCredentials(
  pool: Pool,
  keyIds: readonly string[],
): Promise<Map<string, Credential>> {
  const { rows } = await pool.query<Caller & Omit<Credential, 'caller'>>({ ...withSecret, values: [keyIds] });
  return new Map(
    rows.map(({ secretDigest, valid, ...caller }) => [caller.keyId, { caller, secretDigest, valid }]),
  );
}

const byDigest = {
  name: 'sessions',
  text: `
    SELECT ${member}, encode(sessions.digest, 'hex') AS session, ${keyWorks} AND ${sessionLasts} AS valid
    FROM ${ofSessions} WHERE sessions.digest = ANY ($1::bytea[])`,
};

/** Sessions, ended or not, by the digests of their tokens in hexadecimal. */
export async function findSessions(
  pool: Pool,
  digests: readonly string[],
): Promise<Map<string, KnownSession>> {
  const { rows } = await pool.query<Caller & { session: string; valid: boolean }>({
    ...byDigest,
    values: [digests.map((digest) => Buffer.from(digest, 'hex'))],
  });
  return new Map(rows.map(({ valid, ...caller }) => [caller.session, { caller, valid }]));
}
