import { z } from 'zod';
import { entityTag, requireMatch, unlessShown } from '../../platform/http/conditional.js';
import { answerPage } from '../../platform/http/list-query.js';
import { created, ok, operation, type Call, type Operation, type Reply } from '../../platform/http/route.js';
import { idOrRef } from '../../platform/http/schema.js';
import type { ReadList } from '../../platform/http/read-list.js';
import { answerWaiting, waitingAnswer, type Outcome } from '../privileged-changes/outcome.js';
import { waitingKey } from '../privileged-changes/privileged-change.schema.js';
import type { KeyService } from './key.service.js';
import { keyUsePage, keyUseQuery, type KeyUseQuery } from './key-use.schema.js';
import {
  createdKey,
  key,
  keyPage,
  keyParams,
  keyQuery,
  keyRotation,
  newKey,
  type Key,
  type KeyQuery,
} from './key.schema.js';

const tag = 'Keys';

const ofMember = z.strictObject({ id: idOrRef });

/** Beside being used, being replaced and revoked is all that can happen to a key. */
const tagOf = ({ id, revokedAt, successor }: Key): string =>
  entityTag('key', id, revokedAt ? 3 : successor ? 2 : 1);

const ifMatch = { 'If-Match': 'The ETag you read; 412 when the key was replaced or revoked since' };
const unchanged =
  ({ request }: Pick<Call<unknown, unknown, unknown>, 'request'>) =>
  (current: Key): void => {
    requireMatch(request, tagOf(current));
  };

interface Deps {
  keys: KeyService & { listKeys: (member: string, query: KeyQuery) => Promise<ReadList> };
  listUses: (query: KeyUseQuery) => Promise<ReadList>;
}

/** With the key itself, whether it works by now or once another admin has confirmed it. */
const answerKey = ({ key: text, ...outcome }: Outcome<Key> & { key: string }): Reply =>
  'waiting' in outcome
    ? answerWaiting(outcome.waiting, { secret: text })
    : created(`/v1/keys/${outcome.done.id}`, { ...outcome.done, key: text }, { 'Cache-Control': 'no-store' });

export function keyOperations({ keys, listUses }: Deps): Operation[] {
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
        202: { ...waitingAnswer, body: waitingKey },
        201: { description: 'The key', body: createdKey, headers: { 'Cache-Control': 'no-store' } },
      },
      shownOnce: true,
      problems: ['member_not_found', 'expires_in_the_past'],
      handle: async ({ params, body, caller }) => {
        return answerKey(await keys.requestKey({ memberRef: params.id, ...body }, caller));
      },
    }),
    operation({
      method: 'get',
      path: '/v1/members/{id}/keys',
      id: 'listMemberKeys',
      tag,
      summary: 'List the keys of a member, revoked ones too',
      description:
        'What each was named, when it ends and when it was last used. The key itself is shown once, when it is made.',
      permission: 'administer',
      params: ofMember,
      query: keyQuery,
      answers: {
        200: { description: 'A page of keys, without their secrets', body: keyPage },
        304: { description: 'Nothing has changed' },
      },
      problems: ['member_not_found'],
      handle: async ({ params, query, request }) => {
        const { page, asked } = await keys.listKeys(params.id, query);
        return answerPage(request, page, asked);
      },
    }),
    operation({
      method: 'get',
      path: '/v1/keys/{id}',
      id: 'getKey',
      tag,
      summary: 'Read what is known about a key',
      description:
        'Whose it is, when it ends or ended, when it was last used. The key itself is kept nowhere.',
      permission: 'administer',
      params: keyParams,
      answers: {
        200: { description: 'The key, without its secret', body: key },
        304: { description: 'Not changed' },
      },
      problems: ['key_not_found'],
      handle: async ({ params, request }) => {
        const found = await keys.findKey(params.id);
        return unlessShown(request, tagOf(found), ok(found));
      },
    }),
    operation({
      method: 'post',
      path: '/v1/keys/{id}/successor',
      id: 'rotateKey',
      tag,
      summary: 'Make a key in the place of another',
      description:
        'For the same member, under the same name. The webhooks made with the key before it are handed on at once; that key itself works on for a while.',
      permission: 'administer',
      params: keyParams,
      body: keyRotation,
      bodyOptional: true,
      headers: ifMatch,
      answers: {
        202: { ...waitingAnswer, body: waitingKey },
        201: { description: 'The new key', body: createdKey, headers: { 'Cache-Control': 'no-store' } },
      },
      shownOnce: true,
      problems: ['key_not_found', 'key_ended', 'sign_in_key', 'expires_in_the_past', 'stale'],
      handle: async (call) => {
        return answerKey(await keys.requestRotation(call.params.id, call.body, call.caller, unchanged(call)));
      },
    }),
    operation({
      method: 'delete',
      path: '/v1/keys/{id}',
      id: 'revokeKey',
      tag,
      summary: 'Revoke a key at once',
      description:
        'It opens nothing any more: streams and held answers end too, and webhooks made with it are disabled, until another key of the member enables them. Revoking it again changes nothing.',
      permission: 'administer',
      params: keyParams,
      headers: ifMatch,
      answers: { 202: waitingAnswer, 204: { description: 'The key works no more' } },
      problems: ['key_not_found', 'stale'],
      handle: async (call) => {
        const outcome = await keys.requestRevocation(call.params.id, call.caller, unchanged(call));
        return 'waiting' in outcome ? answerWaiting(outcome.waiting) : { status: 204 };
      },
    }),
    operation({
      method: 'get',
      path: '/v1/key-uses',
      id: 'listKeyUses',
      tag,
      summary: 'When keys were used, and from which networks, by the hour',
      description:
        'Newest first unless sorted otherwise, a minute behind at most. Attempts that were refused are counted, those with keys that do not exist too. What is older than the operator keeps it (`KEY_USE_DAYS`) is gone.',
      permission: 'administer',
      query: keyUseQuery,
      answers: {
        200: { description: 'A page of uses', body: keyUsePage },
        304: { description: 'Nothing has changed' },
      },
      handle: async ({ query, request }) => {
        const { page, asked } = await listUses(query);
        return answerPage(request, page, asked);
      },
    }),
  ];
}
