import { answerPage } from '../../platform/http/list-query.js';
import { ok, operationsTagged, shows, type Operation } from '../../platform/http/route.js';
import { idParams } from '../../platform/http/schema.js';
import { deniers, denierQuery, graph, graphQuery, originQuery, origins } from './graph.schema.js';
import type { GraphService } from './graph.service.js';

const operation = operationsTagged('Graph');

export function graphOperations(service: GraphService): Operation[] {
  return [
    operation('GET /v1/claims/{id}/graph', {
      id: 'getClaimGraph',
      summary: 'The claims around a claim and how they relate, up to four relations away',
      description: 'At most 200 claims, the nearest; `truncated` says when there are more.',
      permission: 'read',
      params: idParams,
      query: graphQuery,
      answers: { 200: { description: 'Claims and relations', body: graph } },
      problems: ['claim_not_found'],
      handle: async ({ params, query, caller }) => ok(await service.explore(params.id, query, caller)),
    }),
    operation('GET /v1/claims/{id}/deniers', {
      id: 'listClaimDeniers',
      summary: 'Who denies a claim, wholly or in part',
      description:
        'Oldest first. Made from the relations `denies` and `partly_denies` that point at the claim: each with whom the denial came from.',
      permission: 'read',
      params: idParams,
      query: denierQuery,
      answers: shows('A page of denials, each with its original claimants', deniers),
      problems: ['claim_not_found'],
      handle: async ({ params, query, caller, request }) =>
        answerPage(request, await service.listDeniers(params.id, query, caller)),
    }),
    operation('GET /v1/claims/{id}/origins', {
      id: 'listClaimOrigins',
      summary: 'How many original claimants stand behind the outlets that repeat a claim',
      description:
        'Looks at the claim and at all claims connected with it by `repeats` or by having been merged, up to ' +
        '500. Only the ends of their chains count: five outlets that all quote one agency are one origin.',
      permission: 'read',
      params: idParams,
      query: originQuery,
      answers: { 200: { description: 'Outlets, and a page of origins', body: origins } },
      problems: ['claim_not_found'],
      handle: async ({ params, query }) => ok(await service.listOrigins(params.id, query)),
    }),
  ];
}
