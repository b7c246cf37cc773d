/** What a claim is made of beside its quote: its chain, the norms it touches, how it relates to other claims. */
import { z } from 'zod';
import { mostOfClaim } from '../../domain/claim/limits.js';
import { requireIfMatch, taggedReplyOr304 } from '../../platform/http/conditional.js';
import { answerPage } from '../../platform/http/list-query.js';
import { pageOfAll } from '../../platform/http/page.js';
import {
  created,
  ok,
  operationsTagged,
  shows,
  type Call,
  type Operation,
  type Reply,
} from '../../platform/http/route.js';
import { idParams, pageOf, pageQuery, uuid } from '../../platform/http/schema.js';
import { partProblems } from '../../workflow/move-problems.js';
import { ifMatchClaim, tagOfClaim, unchangedClaim } from '../../workflow/unchanged-claim.js';
import { claimProvision, relation } from './claim-output.schema.js';
import { chainLink, claimProvisionQuery, relationQuery } from './claim-part.schema.js';
import type { ClaimReader } from './claim-reader.service.js';
import { showClaim, whole } from './claim-reply.js';
import { attributionInput, provisionInput, relationInput } from './claim.schema.js';
import type { ClaimService } from './claim.service.js';

const operation = operationsTagged('Claims');

export function claimPartOperations({
  claims,
  claimReader,
}: {
  claims: ClaimService;
  claimReader: ClaimReader;
}): Operation[] {
  const show = showClaim(claimReader);
  const createdPart = async (
    part: 'relations' | 'provisions',
    id: string,
    { params, caller }: Pick<Call<{ id: string }, unknown, unknown>, 'params' | 'caller'>,
  ): Promise<Reply> =>
    created(
      `/v1/claims/${encodeURIComponent(params.id)}/${part}/${id}`,
      await claimReader.readPart(params.id, part, id, caller),
    );

  return [
    operation('GET /v1/claims/{id}/attributions', {
      id: 'listAttributions',
      summary: 'The chain of a claim, link by link',
      description:
        'Each link before those it was heard from, the article first; `parent` says which link had it from this one. The tag of a page is one of the claim, as `PUT` on this path takes it in `If-Match`.',
      permission: 'read',
      params: idParams,
      query: pageQuery,
      answers: shows('A page of links', pageOf(chainLink)),
      problems: ['claim_not_found'],
      handle: async ({ params, query, caller, request }) => {
        const { version, links } = await claimReader.listLinks(params.id, caller);
        return taggedReplyOr304(
          request,
          tagOfClaim(version),
          ok(pageOfAll(links, query, ({ id }) => id, params)),
        );
      },
    }),
    operation('PUT /v1/claims/{id}/attributions', {
      id: 'updateAttributions',
      summary: 'Set the chain of a claim anew',
      description:
        'Replaces all links at once. They form a tree: `from` of a link holds those it had the claim from. Sources have to be recorded before; a speaker without a record is a `label`.',
      permission: 'record',
      params: idParams,
      body: z.strictObject({ attributions: attributionInput }),
      headers: {
        'If-Match': 'Needed: the ETag of the claim whose chain you read; 412 when it has changed since',
      },
      answers: whole,
      problems: [
        'claim_not_found',
        'unknown_reference',
        'stale',
        'precondition_required',
        'changed_meanwhile',
        ...partProblems,
      ],
      handle: async (call) => {
        await claims.attribute(call.params.id, call.body.attributions, call.caller, (version) => {
          requireIfMatch(call.request);
          unchangedClaim(call)(version);
        });
        return show(call.params.id, call);
      },
    }),
    operation('GET /v1/claims/{id}/provisions', {
      id: 'listClaimProvisions',
      summary: 'The norms that a claim touches',
      description: 'In the order in which they were linked; the claim shows all of them, too.',
      permission: 'read',
      params: idParams,
      query: claimProvisionQuery,
      answers: shows('A page of links', pageOf(claimProvision)),
      problems: ['claim_not_found'],
      handle: async ({ params, query, caller, request }) =>
        answerPage(request, await claimReader.listProvisions(params.id, query, caller)),
    }),
    operation('POST /v1/claims/{id}/provisions', {
      id: 'createClaimProvision',
      summary: 'Link a claim to a norm that it touches',
      description:
        'Names an instrument as a whole, or one provision of it. A claim of kind `violation` cannot be approved before its verdict cites provisions; the link says which ones to look at.',
      permission: 'record',
      params: idParams,
      body: provisionInput,
      headers: ifMatchClaim,
      answers: { 201: { description: 'The link', body: claimProvision } },
      problems: ['claim_not_found', 'unknown_reference', 'linked_already', 'stale', 'changed_meanwhile'],
      handle: async (call) => {
        const id = await claims.linkProvision(call.params.id, call.body, call.caller, unchangedClaim(call));
        return createdPart('provisions', id, call);
      },
    }),
    operation('GET /v1/claims/{id}/provisions/{link}', {
      id: 'getClaimProvision',
      summary: 'One norm that a claim touches',
      description: 'What making the link answered, as it is now; the claim shows all of them.',
      permission: 'read',
      params: idParams.extend({ link: uuid.describe('id of the link, as the claim shows it') }),
      answers: { 200: { description: 'The link', body: claimProvision } },
      problems: ['claim_not_found', 'link_not_found'],
      handle: async ({ params, caller }) =>
        ok(await claimReader.readPart(params.id, 'provisions', params.link, caller)),
    }),
    operation('GET /v1/claims/{id}/relations', {
      id: 'listRelations',
      summary: 'How a claim relates to others',
      description:
        'Oldest first, seen from this claim: `out` where the relation goes out from it, `in` where it comes from the other.',
      permission: 'read',
      params: idParams,
      query: relationQuery,
      answers: shows('A page of relations', pageOf(relation)),
      problems: ['claim_not_found'],
      handle: async ({ params, query, caller, request }) =>
        answerPage(request, await claimReader.listRelations(params.id, query, caller)),
    }),
    operation('POST /v1/claims/{id}/relations', {
      id: 'createRelation',
      summary: 'Say how a claim relates to another',
      description: `The relation goes out from this claim to the other. \`denies\` and \`contradicts\` make the other claim \`contested\` until a published rating answers them. Both claims get the event. Neither has more than ${String(mostOfClaim.relations)}, in both directions.`,
      permission: 'record',
      params: idParams,
      body: relationInput,
      headers: ifMatchClaim,
      answers: { 201: { description: 'The relation', body: relation } },
      problems: [
        'claim_not_found',
        'unknown_reference',
        'related_to_itself',
        'related_already',
        'claim_full',
        'stale',
        'changed_meanwhile',
        ...partProblems,
      ],
      handle: async (call) => {
        const id = await claims.relate(call.params.id, call.body, call.caller, unchangedClaim(call));
        return createdPart('relations', id, call);
      },
    }),
    operation('GET /v1/claims/{id}/relations/{relation}', {
      id: 'getRelation',
      summary: 'How a claim relates to another',
      description: 'What making the relation answered, seen from this claim, as it is now.',
      permission: 'read',
      params: idParams.extend({ relation: uuid }),
      answers: { 200: { description: 'The relation', body: relation } },
      problems: ['claim_not_found', 'relation_not_found'],
      handle: async ({ params, caller }) =>
        ok(await claimReader.readPart(params.id, 'relations', params.relation, caller)),
    }),
    operation('DELETE /v1/claims/{id}/relations/{relation}', {
      id: 'deleteRelation',
      summary: 'Take back a relation that goes out from this claim',
      description:
        'The other claim gets the event too, and is no longer `contested` where this relation was the reason. A relation that comes in is taken back at the claim it goes out from.',
      permission: 'record',
      params: idParams.extend({ relation: uuid }),
      headers: ifMatchClaim,
      answers: whole,
      problems: ['claim_not_found', 'relation_not_found', 'stale', 'changed_meanwhile', ...partProblems],
      handle: async (call) => {
        await claims.unrelate(call.params.id, call.params.relation, call.caller, unchangedClaim(call));
        return show(call.params.id, call);
      },
    }),
  ];
}
