import { z } from 'zod';
import { tagOfDocument } from '../../platform/http/document-tag.js';
import { replyOr304 } from '../../platform/http/conditional.js';
import { ok, operationsTagged, shows, type Operation } from '../../platform/http/route.js';
import { idParams, uuid } from '../../platform/http/schema.js';
import {
  comparison,
  comparisonParams,
  edition,
  editionPage,
  editionParams,
  editionQuery,
  unpublished,
} from './edition.schema.js';
import type { EditionService } from './edition.service.js';
import { notice } from './notice.schema.js';

const operation = operationsTagged('Verdicts');

export const editionOperations = (editions: EditionService): Operation[] => [
  operation('GET /v1/verdicts/{id}/edition', {
    id: 'getVerdictEdition',
    summary: 'The edition of a verdict: what was published with it, or what would be',
    description:
      'While the verdict awaits approval, this is what readers would see; its ETag is the digest that `approve`, `return` and `break_glass` have to name. Outside the desk, only what was approved.',
    permission: 'read',
    params: z.strictObject({ id: uuid }),
    answers: shows('The edition', edition),
    problems: ['verdict_not_found', 'edition_not_found', 'changed_meanwhile'],
    handle: async ({ params: { id }, caller, request }) => {
      const found = await editions.readOf(id, caller);
      const tag =
        found.status === 'proposed' ? `"${found.digest}"` : tagOfDocument('edition', JSON.stringify(found));
      return replyOr304(request, tag, ok(found));
    },
  }),
  operation('GET /v1/claims/{id}/editions', {
    id: 'listEditions',
    summary: 'Every edition of a claim, as they came',
    description:
      'The first one first unless sorted otherwise. Old editions stay readable for good; each is named by its digest. Among them stand the notices: the public notes of retractions and merges.',
    permission: 'read',
    params: idParams,
    query: editionQuery,
    answers: { 200: { description: 'A page', body: editionPage } },
    problems: ['claim_not_found'],
    handle: async ({ params: { id }, query, caller }) => ok(await editions.listAll(id, query, caller)),
  }),
  operation('GET /v1/claims/{id}/unpublished-changes', {
    id: 'getUnpublishedChanges',
    summary: 'What has changed of a claim since it was published, and is not public',
    description:
      'Records go on changing: a source is renamed, a gloss is improved, a related claim is rated. Nothing public changes with them until a correction is approved.',
    permission: 'read_desk',
    params: idParams,
    answers: { 200: { description: 'What differs', body: unpublished } },
    problems: ['claim_not_found', 'edition_not_found'],
    handle: async ({ params: { id } }) => ok(await editions.findUnpublished(id)),
  }),
  operation('GET /v1/claims/{id}/editions/{edition}', {
    id: 'getEdition',
    summary: 'One edition of a claim, by its digest or its revision',
    description: 'What was published, word for word; in place of a text that was erased stands its kind.',
    permission: 'read',
    params: editionParams,
    answers: { 200: { description: 'The edition, or the notice', body: z.union([edition, notice]) } },
    problems: ['claim_not_found', 'edition_not_found'],
    handle: async ({ params, caller }) => ok(await editions.read(params.id, params.edition, caller)),
  }),
  operation('GET /v1/claims/{id}/editions/{edition}/comparison/{other}', {
    id: 'compareEditions',
    summary: 'In which fields two editions of a claim differ',
    description: 'As JSON pointers into the two documents, in their order.',
    permission: 'read',
    params: comparisonParams,
    answers: { 200: { description: 'What differs', body: comparison } },
    problems: ['claim_not_found', 'edition_not_found'],
    handle: async ({ params: { id, edition: one, other } }) => ok(await editions.compare(id, one, other)),
  }),
];
