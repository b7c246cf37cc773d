import { z } from 'zod';
import { entityTag, unlessMatched } from '../../platform/http/conditional.js';
import { created, ok, operation, type Operation } from '../../platform/http/route.js';
import { idOrRef, pageQuery } from '../../platform/http/schema.js';
import type { KeyService } from './key.service.js';
import { keyUsePage, keyUseQuery } from './key-use.schema.js';
import type { KeyUses } from './key-use.service.js';
import { createdKey, key, keyPage, keyParams, newKey, type Key } from './key.schema.js';

const tag = 'Keys';

const ofMember = z.strictObject({ id: idOrRef });

/** Being used and being revoked is all that can happen to a key. */
const tagOf = ({ id, lastUsedAt, revokedAt }: Key): string =>
  entityTag('key', id, revokedAt ? 2 : 1, lastUsedAt ?? 0);

interface Deps {
  keys: KeyService;
  uses: Pick<KeyUses, 'list'>;
}

export function keyOperations({ keys, uses }: Deps): Operation[] {
  return [
    operation({
      method: 'post',
      path: '/v1/members/{id}/keys',
      id: 'createKey',
      tag,
      summary: 'Make a key for a member',
      description: 'The key itself is in this answer only: we keep a digest of its secret.',
      permission: 'administer',
      params: ofMember,
      body: newKey,
      answers: {
        201: { description: 'The key', body: createdKey, headers: { 'Cache-Control': 'no-store' } },
      },
      shownOnce: true,
      problems: [404],
      handle: async ({ params, body, caller }) => {
        const made = await keys.createKey({ memberRef: params.id, ...body }, caller);
        return created(`/v1/keys/${made.id}`, made, { 'Cache-Control': 'no-store' });
      },
    }),
    operation({
      method: 'get',
      path: '/v1/members/{id}/keys',
      id: 'listMemberKeys',
      tag,
      summary: 'List the keys of a member, revoked ones too',
      permission: 'administer',
      params: ofMember,
      query: pageQuery,
      answers: { 200: { description: 'A page of keys, without their secrets', body: keyPage } },
      problems: [404],
      handle: async ({ params, query }) => ok(await keys.listKeys(params.id, query)),
    }),
    operation({
      method: 'get',
      path: '/v1/keys/{id}',
      id: 'getKey',
      tag,
      summary: 'Read what is known about a key',
      permission: 'administer',
      params: keyParams,
      answers: {
        200: { description: 'The key, without its secret', body: key },
        304: { description: 'Not changed' },
      },
      problems: [404],
      handle: async ({ params, request }) => {
        const found = await keys.findKey(params.id);
        return unlessMatched(request, tagOf(found), ok(found));
      },
    }),
    operation({
      method: 'delete',
      path: '/v1/keys/{id}',
      id: 'revokeKey',
      tag,
      summary: 'Revoke a key at once',
      permission: 'administer',
      params: keyParams,
      answers: { 204: { description: 'The key works no more' } },
      problems: [404],
      handle: async ({ params, caller }) => {
        await keys.revokeKey(params.id, caller);
        return { status: 204 };
      },
    }),
    operation({
      method: 'get',
      path: '/v1/key-uses',
      id: 'listKeyUses',
      tag,
      summary: 'When keys were used, and from which networks, by the hour',
      description:
        'Newest first, a minute behind at most. Attempts that were refused are counted, those with keys that do not exist too. What is older than the operator keeps it (`KEY_USE_DAYS`) is gone.',
      permission: 'administer',
      query: keyUseQuery,
      answers: { 200: { description: 'A page of uses', body: keyUsePage } },
      handle: async ({ query }) => ok(await uses.list(query)),
    }),
  ];
}
