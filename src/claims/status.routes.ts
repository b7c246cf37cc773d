import { z } from 'zod';
import { claimParams } from './claim.schema.js';
import { entityTag, unlessMatched } from '../http/conditional.js';
import { ok, operation, type Operation } from '../http/route.js';
import { idOrRef } from '../http/schema.js';
import { claimState } from './claim-output.schema.js';
import type { StatusService } from './status.service.js';

const tag = 'Statuses';

/** What newsroom tools poll. */
export function statusOperations(statuses: StatusService): Operation[] {
  return [
    operation({
      method: 'get',
      path: '/v1/claims/{id}/status',
      id: 'readStatus',
      tag,
      summary: 'Where a claim stands and what was found',
      permission: 'read',
      params: claimParams,
      answers: {
        200: { description: 'The status document', body: claimState },
        304: { description: 'Nothing has changed' },
      },
      problems: [404],
      handle: async ({ params, request }) => {
        const { state, tag: parts } = await statuses.read(params.id);
        return unlessMatched(request, entityTag('claim', ...parts), ok(state));
      },
    }),
    operation({
      method: 'post',
      path: '/v1/claims/statuses',
      id: 'readStatuses',
      tag,
      summary: 'The statuses of up to 500 claims at once',
      permission: 'read',
      body: z.strictObject({ ids: z.array(idOrRef).min(1).max(500) }),
      answers: {
        200: {
          description: 'The statuses, in the order asked for, and the ids that name no claim',
          body: z.strictObject({ statuses: z.array(claimState), missing: z.array(z.string()) }),
        },
      },
      handle: async ({ body }) => ok(await statuses.readMany(body.ids)),
    }),
  ];
}
