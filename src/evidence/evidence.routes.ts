import { z } from 'zod';
import { claimParams } from '../claims/claim.schema.js';
import { ok, created, operation, type Operation } from '../http/route.js';
import { httpUrl, instant, prose, uuid } from '../http/schema.js';
import type { EvidenceService } from './evidence.service.js';

const tag = 'Evidence';
const stance = z.enum(['for', 'against', 'context']);

export const evidenceInput = z.strictObject({
  url: httpUrl,
  stance: stance.describe('for or against the claim, or around it'),
  note: prose(4000).optional(),
});

const evidence = z
  .strictObject({ id: uuid, url: z.string(), stance, note: z.string().nullable(), createdAt: instant })
  .meta({ id: 'Evidence' });

export function evidenceOperations(service: EvidenceService): Operation[] {
  return [
    operation({
      method: 'post',
      path: '/v1/claims/{id}/evidence',
      id: 'addEvidence',
      tag,
      summary: 'Add evidence for, against or around a claim',
      permission: 'record',
      params: claimParams,
      body: evidenceInput,
      answers: { 201: { description: 'The evidence', body: evidence } },
      problems: [404],
      handle: async ({ params: { id }, body, caller }) => {
        const added = await service.add(id, body, caller);
        return created(`/v1/claims/${encodeURIComponent(id)}/evidence`, added);
      },
    }),
    operation({
      method: 'get',
      path: '/v1/claims/{id}/evidence',
      id: 'listEvidence',
      tag,
      summary: 'The evidence of a claim, for and against',
      permission: 'read',
      params: claimParams,
      answers: { 200: { description: 'Oldest first', body: z.strictObject({ items: z.array(evidence) }) } },
      problems: [404],
      handle: async ({ params: { id } }) => ok({ items: await service.list(id) }),
    }),
  ];
}
