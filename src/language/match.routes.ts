import { idParams } from '../platform/http/schema.js';
import { ok, operationsTagged, type Operation } from '../platform/http/route.js';
import { matches, matchInput, proposals, similarQuery } from './match.schema.js';
import type { MatchService } from './match.service.js';

const operation = operationsTagged('Matching');
const caveat =
  'Likeness finds the topic, not the stance: a denial is as alike as a repetition. Each proposal says what is ' +
  'shared and what differs, and a person decides. Nothing is merged or related by it.';

export function matchOperations(service: MatchService): Operation[] {
  return [
    operation('POST /v1/match', {
      id: 'matchClaims',
      summary: 'What has been checked before that may be this claim: by this desk, and by others',
      description: `${caveat} The answer has the shape of the Fact Check Tools API, with more beside.`,
      permission: 'read',
      readsOnly: true,
      body: matchInput,
      answers: { 200: { description: 'Most alike first', body: matches } },
      handle: async ({ body }) => ok(await service.match(body)),
    }),
    operation('GET /v1/claims/{id}/similar', {
      id: 'listSimilarClaims',
      summary: 'Claims of this desk that may belong together with a claim',
      description: caveat,
      permission: 'read',
      params: idParams,
      query: similarQuery,
      answers: { 200: { description: 'Most alike first', body: proposals } },
      problems: ['claim_not_found'],
      handle: async ({ params: { id }, query: { limit } }) => ok(await service.listSimilar(id, limit)),
    }),
  ];
}
