import { entityTag, unlessMatched } from '../http/conditional.js';
import { created, ok, operation, type Operation } from '../http/route.js';
import { pageQuery } from '../http/schema.js';
import type { AccessService } from './access.service.js';
import { createdKey, key, keyPage, keyParams, newKey } from './key.schema.js';
import { memberParams } from './member.schema.js';

const tag = 'Keys';

export function keyOperations(access: AccessService): Operation[] {
  return [
    operation({
      method: 'post',
      path: '/v1/members/{id}/keys',
      id: 'createKey',
      tag,
      summary: 'Make a key for a member',
      description: 'The key itself is in this answer only: we keep a digest of its secret.',
      permission: 'administer',
      params: memberParams,
      body: newKey,
      answers: {
        201: { description: 'The key', body: createdKey, headers: { 'Cache-Control': 'no-store' } },
      },
      problems: [404],
      handle: async ({ params, body, caller }) => {
        const made = await access.createKey({ memberRef: params.id, name: body.name }, caller);
        return created(`/v1/keys/${made.id}`, made, { 'Cache-Control': 'no-store' });
      },
    }),
    operation({
      method: 'get',
      path: '/v1/members/{id}/keys',
      id: 'listKeys',
      tag,
      summary: 'List the keys of a member, revoked ones too',
      permission: 'administer',
      params: memberParams,
      query: pageQuery,
      answers: { 200: { description: 'A page of keys, without their secrets', body: keyPage } },
      problems: [404],
      handle: async ({ params, query }) => ok(await access.listKeys(params.id, query)),
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
        const found = await access.findKey(params.id);
        // Being revoked is all that can happen to a key.
        return unlessMatched(request, entityTag('key', found.id, found.revokedAt ? 2 : 1), ok(found));
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
        await access.revokeKey(params.id, caller);
        return { status: 204 };
      },
    }),
  ];
}
