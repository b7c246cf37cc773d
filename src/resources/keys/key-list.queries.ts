/** Keys of a member, and what keys were used for, in their lists, as their JSON is written by the database. */
import type { Pool } from '../../platform/db/client.js';
import { idReferenceTo, moment, referenceTo } from '../../platform/db/json-sql.js';
import { byMoment } from '../../platform/db/list-page.js';
import { ofMember, readItemPage } from '../../platform/http/item-page.js';
import { readList, type List } from '../../platform/http/read-list.js';
import type { KeyQuery, keySorts } from './key.schema.js';
import type { KeyUseQuery, keyUseSorts } from './key-use.schema.js';

const keys: List<(typeof keySorts)[number]> = {
  from: 'keys k',
  alias: 'k',
  created: 'k.created_at',
  /** A successor ends it, or says when it will. */
  updated: `greatest(k.created_at, k.revoked_at, k.last_used_at, (SELECT s.created_at FROM keys s WHERE s.id = k.successor_id))`,
  sorts: { createdAt: byMoment('k.created_at') },
  columns: `
    k.id, k.name, CASE WHEN EXISTS (SELECT FROM member_identities i WHERE i.key_id = k.id) THEN 'sign_in' ELSE 'secret' END AS kind,
    ${referenceTo('m', 'members m WHERE m.id = k.member_id')} AS member, ${moment('k.created_at')} AS "createdAt",
    ${moment('k.expires_at')} AS "expiresAt", ${moment('k.revoked_at')} AS "revokedAt",
    ${idReferenceTo('k.successor_id')} AS successor, ${moment('k.last_used_at')} AS "lastUsedAt"`,
};

export const listKeys = (pool: Pool, member: string, query: KeyQuery) =>
  readItemPage(pool, ofMember('k.member_id', member), keys, query, () => [
    query.revoked !== undefined && `k.revoked_at IS ${query.revoked ? 'NOT ' : ''}NULL`,
  ]);

const uses: List<(typeof keyUseSorts)[number]> = {
  from: 'key_uses u',
  alias: 'u',
  created: 'u.hour',
  sorts: { hourStartsAt: { ...byMoment('u.hour'), ids: 'bigint' } },
  columns: `
    ${idReferenceTo('u.key_id')} AS key, ${moment('u.hour')} AS "hourStartsAt", u.network, u.used, u.refused,
    ${moment('u.last_at')} AS "lastAt"`,
};

export const listUses = (pool: Pool, query: KeyUseQuery) =>
  readList(pool, uses, query, (put) => ({
    lookups: query.key && {
      from: `unnest(${put(query.key)}::uuid[]) AS lookup (key_id)`,
      conditions: ['u.key_id = lookup.key_id'],
    },
    conditions: [query.refused !== undefined && `u.refused ${query.refused ? '>' : '='} 0`],
  }));
