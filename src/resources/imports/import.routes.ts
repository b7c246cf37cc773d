import { tellRepairs } from '../../platform/http/repairs.js';
import { ok, operationsTagged, type Operation } from '../../platform/http/route.js';
import { importInput, importReport } from './import.schema.js';
import type { ImportService } from './import.service.js';

const operation = operationsTagged('Matching');

export const importOperations = (imports: ImportService): Operation[] => [
  operation('POST /v1/imports', {
    id: 'importClaimReviews',
    summary: 'Read the ClaimReviews of other publishers, and report every repair',
    description:
      'They become what `/v1/match` looks among, each claim under the address of its review: a second import changes ' +
      'nothing. They are never verdicts of this desk. An item of a feed with `dateDeleted` takes back what is at its ' +
      'address. An answer of the Fact Check Tools API is read too, and a whole page of HTML. One import holds 20,000 items at ' +
      'most, and one address 1,000 reviews.',
    permission: 'record',
    body: importInput,
    answers: { 200: { description: 'What became of each item', body: importReport } },
    problems: ['changed_meanwhile', 'import_too_large'],
    handle: async ({ body: { document, page, ...options }, caller, repairs }) => {
      const given = page === undefined ? { document } : { page };
      return tellRepairs(ok(await imports.importReviews(given, options, caller)), repairs);
    },
  }),
];
