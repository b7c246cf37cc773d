import { z } from 'zod';
import { entityTag, taggedReplyOr304 } from '../../platform/http/conditional.js';
import { ok, operationsTagged, shows, type Operation } from '../../platform/http/route.js';
import { answerPage } from '../../platform/http/list-query.js';
import { pageOf, wholeNumber } from '../../platform/http/schema.js';
import { checkpointQuery } from './checkpoint.schema.js';
import type { CheckpointService } from './checkpoint.service.js';
import { checkpoint, publicKey } from './statement.js';

const operation = operationsTagged('Checkpoints');

const params = z.strictObject({
  number: z
    .union([z.literal('latest'), wholeNumber({ min: 1, max: 2_147_483_647 })])
    .describe('Its number, or `latest`'),
});

const signingKey = z.strictObject({
  key: publicKey,
  pem: z.string().describe('The same as SubjectPublicKeyInfo'),
  first: z.int().describe('The first checkpoint it signed'),
  last: z.int().describe('The last one so far'),
  verifierKey: z
    .string()
    .describe('The same for verifiers of signed notes (C2SP), which read /log/checkpoint with it'),
});

export function checkpointOperations(checkpoints: CheckpointService): Operation[] {
  return [
    operation('GET /v1/checkpoints', {
      id: 'listCheckpoints',
      summary: 'What Isnad has signed about its whole history, newest first unless sorted otherwise',
      description:
        'A checkpoint commits to every chain of events as it was: keep one, and no event before it can be changed, added or taken away unnoticed. `isnad verify` holds an export against those you kept.',
      permission: 'read',
      query: checkpointQuery,
      answers: shows('A page of checkpoints', pageOf(checkpoint)),
      handle: async ({ query, request }) => answerPage(request, await checkpoints.list(query)),
    }),
    operation('GET /v1/checkpoints/{number}', {
      id: 'getCheckpoint',
      summary: 'Read one checkpoint, or the latest',
      description:
        '`latest` is the newest. A checkpoint is a signed statement of how long the history was and what its hash was, to hold an export against.',
      permission: 'read',
      params,
      answers: shows('The checkpoint', checkpoint),
      problems: ['checkpoint_not_found'],
      handle: async ({ params: { number }, request }) => {
        const found = await checkpoints.find(number);
        return taggedReplyOr304(request, entityTag('checkpoint', found.statement.number), ok(found));
      },
    }),
    operation('GET /v1/checkpoints/keys', {
      id: 'listCheckpointKeys',
      summary: 'The public keys that checkpoints were signed with, oldest first',
      description:
        'Keep the key from elsewhere than from here: a key served by Isnad proves nothing against Isnad.',
      permission: 'read',
      answers: shows('All of them', pageOf(signingKey)),
      handle: async ({ request }) => {
        const newest = entityTag('checkpoint-keys', await checkpoints.newest());
        return taggedReplyOr304(request, newest, ok({ items: await checkpoints.keys(), next: null }));
      },
    }),
  ];
}
