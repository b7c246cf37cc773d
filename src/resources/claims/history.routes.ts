import { z } from 'zod';
import { ok, operation, type Operation } from '../../platform/http/route.js';
import { idParams, instant, pageOf, pageQuery, reference, uuid } from '../../platform/http/schema.js';
import { eventTypes } from '../../domain/event/types.js';
import type { HistoryService } from './history.service.js';

const event = z
  .strictObject({
    id: uuid,
    type: z.enum(eventTypes),
    ordinal: z.int().describe("The claim's version after this event: 1, 2, 3 … without a gap"),
    subject: z.strictObject({ type: z.string(), id: uuid }),
    occurredAt: instant,
    actor: reference.nullable().optional().describe('The member; null for Isnad itself. For the desk'),
    data: z.record(z.string(), z.unknown()).optional().describe('Left out where it is for the desk only'),
  })
  .meta({ id: 'Event' });

export function historyOperations(history: HistoryService): Operation[] {
  return [
    operation({
      method: 'get',
      path: '/v1/claims/{id}/history',
      id: 'listClaimHistory',
      tag: 'Claims',
      summary: 'Everything that happened to a claim, oldest first',
      description:
        'The events of the claim, its tasks and its verdicts, in the order of the chain that they are hashed into. Outside the desk some types show fewer fields.',
      permission: 'read',
      params: idParams,
      query: pageQuery,
      answers: { 200: { description: 'A page of events', body: pageOf(event) } },
      problems: ['claim_not_found'],
      handle: async ({ params, query, caller }) => ok(await history.read(params.id, query, caller)),
    }),
  ];
}
