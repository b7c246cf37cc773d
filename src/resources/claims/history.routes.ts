import { answerPage } from '../../platform/http/list-query.js';
import { operationsTagged, shows, type Operation } from '../../platform/http/route.js';
import { idParams, pageOf } from '../../platform/http/schema.js';
import { event, historyQuery } from './history.schema.js';
import type { HistoryService } from './history.service.js';

const operation = operationsTagged('Claims');

export function historyOperations(history: HistoryService): Operation[] {
  return [
    operation('GET /v1/claims/{id}/history', {
      id: 'listClaimHistory',
      summary: 'Everything that happened to a claim, oldest first unless sorted otherwise',
      description:
        'The events of the claim, its tasks and its verdicts, in the order of the chain that they are hashed into. Words of people are sealed in events; the desk is given them here. Outside the desk some types show fewer fields.',
      permission: 'read',
      params: idParams,
      query: historyQuery,
      answers: shows('A page of events', pageOf(event)),
      problems: ['claim_not_found'],
      handle: async ({ params, query, caller, request }) =>
        answerPage(request, await history.read(params.id, query, caller)),
    }),
  ];
}
