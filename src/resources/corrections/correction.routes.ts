import { z } from 'zod';
import { answerPage } from '../../platform/http/list-query.js';
import { ok, operationsTagged, shows, type Operation } from '../../platform/http/route.js';
import { pageQuery, uuid } from '../../platform/http/schema.js';
import { correctionPage, correctionQuery, recipients } from './correction.schema.js';
import type { CorrectionService } from './correction.service.js';

const operation = operationsTagged('Corrections');

export function correctionOperations(corrections: CorrectionService): Operation[] {
  return [
    operation('GET /v1/corrections', {
      id: 'listCorrections',
      summary:
        'What was published and then corrected, retracted or merged, newest first unless sorted otherwise',
      description:
        'Corrections, retractions and merges, each with its note; a merge has no reason, and says into which claim. `GET /v1/verdicts/{id}/recipients` says who had received the earlier one.',
      permission: 'read',
      query: correctionQuery,
      answers: shows('A page of the public log', correctionPage),
      handle: async ({ query, request }) => answerPage(request, await corrections.list(query)),
    }),
    operation('GET /v1/verdicts/{id}/recipients', {
      id: 'listVerdictRecipients',
      summary: 'Which keys and webhooks received a revision, and which of them what came after it',
      description:
        'A key has received everything up to the cursor of the feed that it last acknowledged (`PUT /v1/feed/cursor`); a webhook what its receiver accepted.',
      permission: 'edit',
      params: z.strictObject({ id: uuid }),
      query: pageQuery,
      answers: { 200: { description: 'A page of keys and webhooks', body: recipients } },
      problems: ['verdict_not_found'],
      handle: async ({ params, query }) => ok(await corrections.listRecipients(params.id, query)),
    }),
  ];
}
