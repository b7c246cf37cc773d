/** Claims that are likely to be the same as one that was just entered. */
import { repairs } from '../../platform/http/repairs.js';
import { z } from 'zod';
import { claimStatuses } from '../../domain/claim/lifecycle.js';
import { reference } from '../../platform/http/schema.js';
import type { AlikeClaim } from '../../workflow/write-claims.repository.js';
import { claim } from './claim-output.schema.js';

const twin = z
  .strictObject({
    claim: reference.extend({
      text: z.string(),
      status: z.enum(claimStatuses),
      rating: z.string().nullable(),
    }),
    score: z.number().min(0).max(1).describe('How alike the words are: 1 is the same text'),
  })
  .meta({ id: 'Twin' });
type Twin = z.output<typeof twin>;

/** Most alike first. `texts`: its quote and its glosses; `alike`: what was found with it, where it was just written. */
export type FindTwins = (entered: {
  id: string;
  texts: readonly string[];
  alike?: readonly AlikeClaim[] | null | undefined;
}) => Promise<Twin[]>;

export const createdClaim = claim
  .extend({
    twins: z
      .array(twin)
      .describe('Claims that may be the same, most alike first; `GET /v1/claims/{id}/similar` says why'),
    repairs,
  })
  .meta({ id: 'CreatedClaim' });

export const changedClaim = claim.extend({ repairs }).meta({ id: 'ChangedClaim' });
