import type { Caller } from '../../domain/access/rules.js';
import type { Pool } from '../db/client.js';

type Rights = Pick<Caller, 'role' | 'personId'> & { valid: boolean };

/** One text for all that decides what somebody may do and is shown: compared, never read. */
export const rightsOf = ({ role, personId, valid }: Rights): string => `${role} ${personId} ${String(valid)}`;

const rightsOfKeys = {
  name: 'rights-of-keys',
  text: `
    SELECT keys.id AS "keyId", members.role, coalesce(members.person_id, members.id) AS "personId",
           members.active AND keys.revoked_at IS NULL AND (keys.expires_at IS NULL OR keys.expires_at > now()) AS valid
    FROM keys JOIN members ON members.id = keys.member_id
    WHERE keys.id = ANY ($1::uuid[])`,
};

/** What the holders of these keys may do now, of keys that stand for a sign-in too. */
export async function readRights(pool: Pool, keyIds: readonly string[]): Promise<Map<string, string>> {
  const { rows } = await pool.query<Rights & { keyId: string }>({ ...rightsOfKeys, values: [keyIds] });
  return new Map(rows.map((row) => [row.keyId, rightsOf(row)]));
}
