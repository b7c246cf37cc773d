import { z } from 'zod';
import type { Tail } from '../../delivery/feed/tail.js';
import { entityTag, replyOr304 } from '../../platform/http/conditional.js';
import { preferenceApplied, preferredWait } from '../../platform/http/prefer.js';
import { ok, okRendered, operationsTagged, shows, type Operation } from '../../platform/http/route.js';
import { idParams, idOrRef } from '../../platform/http/schema.js';
import { readOnceChanged } from './await-status.js';
import { claimState } from '../claims/claim-output.schema.js';
import { asOfQuery } from '../claims/claim.schema.js';
import type { StatusService } from './status.service.js';

const operation = operationsTagged('Statuses');

/** The status of a claim at a moment, and what its tag is made of. */
export type ReadStatusAsOf = (
  idOrRef: string,
  asOf: string,
) => Promise<{ state: z.input<typeof claimState>; tag: (string | number)[] }>;

interface Deps {
  statuses: StatusService;
  readAsOf: ReadStatusAsOf;
  tail: Pick<Tail, 'watch' | 'closed'>;
}

/**
 * The same for every key, so a shared cache in front may answer with what it has for one second; it keeps one
 * answer per key, because not everybody has one.
 */
const shared = {
  'Cache-Control': 'public, max-age=0, s-maxage=1, must-revalidate',
  Vary: 'Authorization, Cookie, Prefer',
};

export function statusOperations({ statuses, readAsOf, tail }: Deps): Operation[] {
  const readNow = async (id: string) => {
    const { text, tag: parts } = await statuses.read(id);
    return { text, etag: entityTag('claim', ...parts) };
  };

  return [
    operation('GET /v1/claims/{id}/status', {
      id: 'getClaimStatus',
      polled: true,
      summary: 'Where a claim stands and what was found',
      description:
        'Send the ETag you have as `If-None-Match`: while nothing has changed the answer is 304. With `Prefer: wait=N` beside it, the answer is held until something changes, for up to N seconds. With `asOf`, as it was at that moment, replayed from the events of the claim; 404 where it was not there yet.',
      permission: 'read',
      params: idParams,
      query: asOfQuery,
      headers: {
        'If-None-Match': 'The ETag you have: 304 while nothing has changed',
        Prefer: '`wait=N`: hold the answer for up to N seconds (at most 30) while the ETag still matches',
      },
      answers: shows('The status document', claimState),
      problems: ['claim_not_found', 'as_of_future'],
      handle: async (call) => {
        const { params, query, request } = call;
        if (query.asOf !== undefined) {
          const { state, tag: parts } = await readAsOf(params.id, query.asOf);
          return replyOr304(request, entityTag('claim', ...parts), ok(state));
        }
        const wait = preferredWait(request);
        const { text, etag } = await (wait > 0
          ? readOnceChanged(call, wait, { read: () => readNow(params.id), tail })
          : readNow(params.id));
        const headers = wait > 0 ? { ...shared, ...preferenceApplied(wait) } : shared;
        return replyOr304(request, etag, okRendered(text, headers));
      },
    }),
    operation('POST /v1/claims/statuses', {
      id: 'listClaimStatuses',
      polled: true,
      summary: 'The statuses of up to 500 claims at once',
      description:
        'A claim that was merged is followed by the one it was merged into, though nobody asked for that.',
      permission: 'read',
      readsOnly: true,
      body: z.strictObject({ ids: z.array(idOrRef).min(1).max(500) }),
      answers: {
        200: {
          description: 'The statuses, in the order asked for, and the ids that name no claim',
          body: z.strictObject({ statuses: z.array(claimState), missing: z.array(z.string()) }),
        },
      },
      handle: async ({ body }) => okRendered(await statuses.readMany(body.ids)),
    }),
  ];
}
