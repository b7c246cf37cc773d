import { z } from 'zod';
import type { AsOfService } from './as-of.service.js';
import { asOfQuery, claimParams } from './claim.schema.js';
import { entityTag, unlessMatched } from '../http/conditional.js';
import { ok, operation, type Operation } from '../http/route.js';
import { idOrRef } from '../http/schema.js';
import { claimState } from './claim-output.schema.js';
import type { StatusService } from './status.service.js';

const tag = 'Statuses';

/** What newsroom tools poll. */
interface Deps {
  statuses: StatusService;
  past: AsOfService;
}

export function statusOperations({ statuses, past }: Deps): Operation[] {
  return [
    operation({
      method: 'get',
      path: '/v1/claims/{id}/status',
      id: 'readStatus',
      tag,
      summary: 'Where a claim stands and what was found',
      description:
        'With `asOf`, as it was at that moment, replayed from the events of the claim; 404 where it was not there yet.',
      permission: 'read',
      params: claimParams,
      query: asOfQuery,
      answers: {
        200: { description: 'The status document', body: claimState },
        304: { description: 'Nothing has changed' },
      },
      problems: [404, 422],
      handle: async ({ params, query: { asOf }, request }) => {
        const { state, tag: parts } = await (asOf === undefined
          ? statuses.read(params.id)
          : past.readStatus(params.id, asOf));
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
