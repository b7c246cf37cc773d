import { Failure } from '../../platform/errors.js';
import { describeProblem, problemOfItem } from '../../platform/http/problem.js';
import { ok, operationsTagged, type Operation } from '../../platform/http/route.js';
import { batchOutcome, claimBatch, describedBatch } from './claim-batch.schema.js';
import type { ClaimBatches, ItemOutcome } from './claim-batch.service.js';

const operation = operationsTagged('Claims');

const path = '/v1/claims/batch';

export function claimBatchOperations(batches: ClaimBatches): Operation[] {
  return [
    operation(`POST ${path}`, {
      id: 'createClaims',
      summary: 'Enter up to 1,000 claims in one call',
      description:
        'As JSON, or as NDJSON (`application/x-ndjson`) with a claim on each line, of 16 MiB at most. Every item has its own outcome: what is refused for one stops none of the others. An item with a `ref` or an `externalId` may be sent again: with the same content it `exists`, with other content it is refused with `ref_taken` or `external_id_taken`. A line that is no JSON is refused like any item; a JSON body that cannot be read is refused as a whole.',
      permission: 'record',
      cost: 20,
      takesMany: true,
      body: claimBatch,
      describedBody: describedBatch,
      answers: { 200: { description: 'What became of each item, in the order given', body: batchOutcome } },
      problems: ['changed_meanwhile'],
      handle: async ({ body, caller, requestId, language }) =>
        ok({
          items: (await batches.enter(body.items, caller)).map((outcome) =>
            viewOutcome(outcome, { path, requestId, language }),
          ),
        }),
    }),
  ];
}

function viewOutcome(item: ItemOutcome, at: Parameters<typeof describeProblem>[1]) {
  if (item.outcome !== 'refused') return item;
  const { failure, ...rest } = item;
  const { kind, message, details } = failure;
  return {
    ...rest,
    problem: problemOfItem(describeProblem(new Failure(kind, message, details), at).body),
  };
}
