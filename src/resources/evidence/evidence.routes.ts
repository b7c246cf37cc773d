import { tellRepairs } from '../../platform/http/repairs.js';
import { mostOfClaim } from '../../domain/claim/limits.js';
import { partProblems } from '../../workflow/move-problems.js';
import { ifMatchClaim, unchangedClaim } from '../../workflow/unchanged-claim.js';
import { answerPage } from '../../platform/http/list-query.js';
import { idParams, pageOf } from '../../platform/http/schema.js';
import {
  createdRendered,
  okRendered,
  operationsTagged,
  shows,
  type Operation,
} from '../../platform/http/route.js';
import { evidenceParams } from './capture.schema.js';
import { addedEvidence, evidence, evidenceInput, evidenceQuery } from './evidence.schema.js';
import type { EvidenceService } from './evidence.service.js';

const operation = operationsTagged('Evidence');

export function evidenceOperations(service: EvidenceService): Operation[] {
  return [
    operation('POST /v1/claims/{id}/evidence', {
      id: 'createEvidence',
      summary: 'Add evidence for, against or around a claim',
      description: `A worker then captures the page. Evidence is taken in whether its page is there or not; what came of the capture is shown with it. A claim has at most ${String(mostOfClaim.evidence)} pieces of it.`,
      permission: 'record',
      params: idParams,
      body: evidenceInput,
      headers: ifMatchClaim,
      answers: { 201: { description: 'The evidence', body: addedEvidence } },
      problems: ['claim_not_found', 'claim_full', 'stale', ...partProblems],
      handle: async (call) => {
        const { params, body, caller } = call;
        const added = await service.add(params.id, body, caller, unchangedClaim(call));
        return tellRepairs(createdRendered(`/v1/evidence/${added.id}`, added.text), call.repairs);
      },
    }),
    operation('GET /v1/evidence/{id}', {
      id: 'getEvidence',
      summary: 'One piece of evidence, with what came of its capture',
      description: 'What making it answered, as it is now.',
      permission: 'read',
      params: evidenceParams,
      answers: { 200: { description: 'The evidence', body: evidence } },
      problems: ['evidence_not_found'],
      handle: async ({ params: { id }, caller }) => okRendered(await service.read(id, caller)),
    }),
    operation('GET /v1/claims/{id}/evidence', {
      id: 'listClaimEvidence',
      summary: 'The evidence of a claim, for and against',
      description:
        'Oldest first, each with its stance and the newest capture of its page, if it has one. Outside the desk, what a published revision cites.',
      permission: 'read',
      params: idParams,
      query: evidenceQuery,
      answers: shows('A page, oldest first', pageOf(evidence)),
      problems: ['claim_not_found'],
      handle: async ({ params: { id }, query, caller, request }) =>
        answerPage(request, await service.list(id, query, caller)),
    }),
  ];
}
