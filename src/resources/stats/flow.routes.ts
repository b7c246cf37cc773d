import { ok, operationsTagged, type Operation } from '../../platform/http/route.js';
import { flow, flowQuery } from './flow.schema.js';
import type { FlowService } from './flow.service.js';

const operation = operationsTagged('Statistics');

export function flowOperations(figures: FlowService): Operation[] {
  return [
    operation('GET /v1/stats/flow', {
      id: 'getFlow',
      summary: 'How work flows over the desk: where it waits, who carries it, what comes back',
      description:
        'Made from the events alone (what is overdue: from the clocks of the tasks). Times are of tasks that ended in the window with their work done; aging, overdue and held tell of now. The fifth decile (p50) and the ninth (p90) are interpolated, in whole seconds.',
      permission: 'read_desk',
      query: flowQuery,
      answers: { 200: { description: 'The figures', body: flow } },
      problems: ['invalid_window'],
      handle: async ({ query }) => ok(await figures.read(query)),
    }),
  ];
}
