import { z } from 'zod';
import { itemProblem } from '../../platform/http/problem.js';
import { repairs } from '../../platform/http/repairs.js';
import { ref, reference } from '../../platform/http/schema.js';
import { claimInput } from './claim.schema.js';

const mostClaims = 1_000;

const itemsOf = <Item extends z.ZodType>(item: Item) =>
  z.strictObject({ items: z.array(item).min(1).max(mostClaims) });

/** Each item is looked at by itself, so that what is wrong with one is told with it. */
export const claimBatch = itemsOf(z.unknown());
export const describedBatch = itemsOf(claimInput);

const item = {
  index: z.int().describe('Its place among the items or lines, from 0'),
  ref: ref.optional().describe('As it was given'),
  externalId: z.string().optional().describe('As it was given'),
};

export const batchOutcome = z
  .strictObject({
    items: z.array(
      z.discriminatedUnion('outcome', [
        z.strictObject({
          ...item,
          outcome: z
            .enum(['created', 'exists'])
            .describe('`exists`: it was entered before under this ref or external id, with the same content'),
          claim: reference,
          repairs,
        }),
        z.strictObject({
          ...item,
          outcome: z.literal('refused'),
          problem: itemProblem,
        }),
      ]),
    ),
  })
  .meta({ id: 'ClaimBatchOutcome' });
