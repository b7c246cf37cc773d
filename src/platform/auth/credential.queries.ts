import type { Caller } from '../../domain/access/rules.js';
import type { Pool } from '../db/client.js';

export interface Credential {
  caller: Caller;
  secretDigest: Uint8Array;
  /** Not revoked, not expired by the database's clock, and of a member who is active. */
  valid: boolean;
}

const withSecret = {
  name: 'credentials',
  text: `
    SELECT keys.id AS "keyId", keys.secret_digest AS "secretDigest",
           members.id AS "memberId", coalesce(members.person_id, members.id) AS "personId", members.ref, members.name, members.role,
           members.active AND keys.revoked_at IS NULL AND (keys.expires_at IS NULL OR keys.expires_at > now()) AS valid
    FROM keys JOIN members ON members.id = keys.member_id
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
