import { z } from 'zod';
import { entityTag, requireUnchanged, bodyOr304, withVersionTag } from '../../platform/http/conditional.js';
import { answerPage } from '../../platform/http/list-query.js';
import {
  created,
  ok,
  operationsTagged,
  shows,
  type Operation,
  type Reply,
} from '../../platform/http/route.js';
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
import { uncached } from '../../platform/http/caching.js';

const operation = operationsTagged('Keys');

const ofMember = z.strictObject({ id: idOrRef });

/** Beside being used, being replaced and revoked is all that can happen to a key. */
const tagOf = ({ id, revokedAt, successor }: Key): string =>
  entityTag('key', id, revokedAt ? 3 : successor ? 2 : 1);

const ifMatch = { 'If-Match': 'The ETag you read; 412 when the key was replaced or revoked since' };

interface Deps {
  keys: KeyService & { listKeys: (member: string, query: KeyQuery) => Promise<ReadList> };
  listUses: (query: KeyUseQuery) => Promise<ReadList>;
}

/** With the key itself, whether it works by now or once another admin has confirmed it. */
const answerKey = ({ key: text, ...outcome }: Outcome<Key> & { key: string }): Reply =>
  'waiting' in outcome
    ? answerWaiting(outcome.waiting, { secret: text })
    : created(`/v1/keys/${outcome.done.id}`, { ...outcome.done, key: text }, uncached);

export function keyOperations({ keys, listUses }: Deps): Operation[] {
  return [
    operation('POST /v1/members/{id}/keys', {
      id: 'createKey',
      summary: 'Make a key for a member',
      description: 'The key itself is in this answer only: we keep a digest of its secret.',
      permission: 'administer',
      params: ofMember,
      body: newKey,
      answers: {
        202: { ...waitingAnswer, body: waitingKey },
        201: { description: 'The key', body: createdKey, headers: uncached },
      },
      shownOnce: true,
      problems: ['member_not_found', 'expires_in_the_past'],
      handle: async ({ params, body, caller }) =>
        answerKey(await keys.requestKey({ memberRef: params.id, ...body }, caller)),
    }),
    operation('GET /v1/members/{id}/keys', {
      id: 'listMemberKeys',
      summary: 'List the keys of a member, revoked ones too',
      description:
        'What each was named, when it ends and when it was last used. The key itself is shown once, when it is made.',
      permission: 'administer',
      params: ofMember,
      query: keyQuery,
      answers: shows('A page of keys, without their secrets', keyPage),
      problems: ['member_not_found'],
      handle: async ({ params, query, request }) =>
        answerPage(request, await keys.listKeys(params.id, query)),
    }),
    operation('GET /v1/keys/{id}', {
      id: 'getKey',
      summary: 'Read what is known about a key',
      description:
        'Whose it is, when it ends or ended, when it was last used. The key itself is kept nowhere.',
      permission: 'administer',
      params: keyParams,
      answers: shows('The key, without its secret', key),
      problems: ['key_not_found'],
      handle: async ({ params, request }) => bodyOr304(request, await keys.findKey(params.id), tagOf),
    }),
    operation('POST /v1/keys/{id}/successor', {
      id: 'rotateKey',
      summary: 'Make a key in the place of another',
      description:
        'For the same member, under the same name. The webhooks made with the key before it are passed on at once; that key itself works on for a while.',
      permission: 'administer',
      params: keyParams,
      body: keyRotation,
      bodyOptional: true,
      headers: ifMatch,
      answers: {
        202: { ...waitingAnswer, body: waitingKey },
        201: { description: 'The new key', body: createdKey, headers: uncached },
      },
      shownOnce: true,
      problems: ['key_not_found', 'key_ended', 'sign_in_key', 'expires_in_the_past', 'stale'],
      handle: async ({ params, body, caller, request }) =>
        answerKey(await keys.requestRotation(params.id, body, caller, requireUnchanged(request, tagOf))),
    }),
    operation('DELETE /v1/keys/{id}', {
      id: 'revokeKey',
      summary: 'Revoke a key at once',
      description:
        'It opens nothing any more, and is still read and listed: streams and held answers end too, and webhooks made with it are disabled, until another key of the member enables them. Revoking it again changes nothing.',
      permission: 'administer',
      params: keyParams,
      headers: ifMatch,
      answers: {
        202: waitingAnswer,
        200: { description: 'The key, which works no more', body: key, tagged: true },
      },
      problems: ['key_not_found', 'stale'],
      handle: async ({ params, caller, request }) => {
        const outcome = await keys.requestRevocation(params.id, caller, requireUnchanged(request, tagOf));
        if ('waiting' in outcome) return answerWaiting(outcome.waiting);
        return withVersionTag(tagOf(outcome.done), ok(outcome.done));
      },
    }),
    operation('GET /v1/key-uses', {
      id: 'listKeyUses',
      summary: 'When keys were used, and from which networks, by the hour',
      description:
        'Newest first unless sorted otherwise, a minute behind at most. Attempts that were refused are counted, those with keys that do not exist too. What is older than the operator keeps it (`KEY_USE_DAYS`) is gone.',
      permission: 'administer',
      query: keyUseQuery,
      answers: shows('A page of uses', keyUsePage),
      handle: async ({ query, request }) => answerPage(request, await listUses(query)),
    }),
  ];
}
