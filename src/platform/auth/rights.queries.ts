import type { Caller } from '../../domain/access/rules.js';
import type { Pool } from '../db/client.js';
import { keyWorks, ofKeys, ofSessions, sessionLasts } from './credential.queries.js';

type Rights = Pick<Caller, 'role' | 'personId'> & { valid: boolean };

/** One text for all that decides what somebody may do and is shown: compared, never read. */
export const rightsOf = ({ role, personId, valid }: Rights): string => `${role} ${personId} ${String(valid)}`;

const person = `members.role, coalesce(members.person_id, members.id) AS "personId"`;
const rightsOfHolders = {
  name: 'rights-of-holders',
  text: `
    SELECT keys.id::text AS holder, ${person}, ${keyWorks} AS valid
    FROM ${ofKeys} WHERE keys.id = ANY ($1::uuid[])
    UNION ALL
    SELECT encode(sessions.digest, 'hex'), ${person}, ${keyWorks} AND ${sessionLasts}
    FROM ${ofSessions} WHERE sessions.digest = ANY ($2::bytea[])`,
};

interface Holders {
  /** Those that stand for a sign-in too. */
  keys: readonly string[];
  /** The digests of their tokens, in hexadecimal. */
  sessions: readonly string[];
}

/** What the holders of these keys, and those who came by these sessions, may do now. */
export async function readRights(pool: Pool, { keys, sessions }: Holders): Promise<Map<string, string>> {
  const { rows } = await pool.query<Rights & { holder: string }>({
    ...rightsOfHolders,
    values: [keys, sessions.map((digest) => Buffer.from(digest, 'hex'))],
  });
  return new Map(rows.map((row) => [row.holder, rightsOf(row)]));
}
