import { ok, operation, type Operation } from '../../platform/http/route.js';
import { importInput, importReport } from './import.schema.js';
import type { ImportService } from './import.service.js';

export const importOperations = (imports: ImportService): Operation[] => [
  operation({
    method: 'post',
    path: '/v1/imports',
    id: 'importClaimReviews',
    tag: 'Matching',
    summary: 'Read the ClaimReviews of other publishers, and report every repair',
    description:
      'They become what `/v1/match` looks among, under the address of each review: a second import changes ' +
      'nothing. They are never verdicts of this desk. An item of a feed with `dateDeleted` takes a review back.',
    permission: 'record',
    body: importInput,
    answers: { 200: { description: 'What became of each item', body: importReport } },
    handle: async ({ body: { document, ...options }, caller }) =>
      ok(await imports.importReviews(document, options, caller)),
  }),
];
