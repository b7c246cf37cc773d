import { describeProblem, problemOfItem } from '../../platform/http/problem.js';
import { ok, operationsTagged, type Operation } from '../../platform/http/route.js';
import { bulkCommand, bulkOutcome } from './bulk.schema.js';
import type { BulkService } from './bulk.service.js';

const operation = operationsTagged('Tasks');

const path = '/v1/bulk';

export function bulkOperations(bulk: BulkService): Operation[] {
  return [
    operation(`POST ${path}`, {
      id: 'actInBulk',
      summary: 'Accept, reject, merge, assign or prioritize up to 200 claims in one call',
      description:
        'Every item has its own outcome, in the order given: what is refused for one does not stop the others. A claim named twice is worked on once. Sent again with the same `Idempotency-Key`, what was done stays done, and items that failed on our side (`database_unavailable`, `changed_meanwhile`) are tried anew.',
      permission: 'edit',
      body: bulkCommand,
      answers: { 200: { description: 'What came of each item', body: bulkOutcome } },
      handle: async ({ body, rights, requestId, language, report }) => {
        const outcomes = await bulk.run(body, rights);
        const forNow = new Set<number>();
        const items = outcomes.map((outcome, index) => {
          if ('claim' in outcome) return { index, outcome: 'done', ...outcome };
          const problem = describeProblem(outcome.error, { path, requestId, language });
          if (problem.ours) report(outcome.error);
          if (problem.forNow) forNow.add(index);
          return { index, outcome: 'refused', problem: problemOfItem(problem.body) };
        });
        return { ...ok({ items }), ...(forNow.size > 0 && { incomplete: true }) };
      },
    }),
  ];
}
