import type { z } from 'zod';
import type { Workflow } from '../../workflow/workflow.service.js';
import { claimCommand, isOfClaim } from '../../workflow/command.schema.js';
import {
  requireIfMatchToReplace,
  entityTag,
  withVersionTag,
  ifMatchToReplace,
  taggedReplyOr304,
} from '../../platform/http/conditional.js';
import { claimMoveProblems, partProblems } from '../../workflow/move-problems.js';
import { ifMatchClaim, tagOfClaim, unchangedClaim } from '../../workflow/unchanged-claim.js';
import {
  created,
  ok,
  okRendered,
  operationsTagged,
  shows,
  type Call,
  type Operation,
} from '../../platform/http/route.js';
import { answerPage } from '../../platform/http/list-query.js';
import { idParams, pageOf } from '../../platform/http/schema.js';
import { elsewhereFailure, showAllowed, showMoves, spoken } from '../../platform/http/transitions.js';
import type { AsOfService } from './as-of.service.js';
import { claim, claimInArticle, claimMoves, claimState, claimSummary } from './claim-output.schema.js';
import { asOfQuery, claimChange, claimInput } from './claim.schema.js';
import { claimQuery } from './claim-list.schema.js';
import type { ClaimReader } from './claim-reader.service.js';
import { showClaim } from './claim-reply.js';
import type { ClaimService } from './claim.service.js';
import { tellRepairs } from '../../platform/http/repairs.js';
import { changedClaim, createdClaim, type FindTwins } from './created-claim.schema.js';
import { viewMoved } from './moved-claim.view.js';

const operation = operationsTagged('Claims');
const articleOperation = operationsTagged('Articles');

/** The status document of a claim as JSON, and what its tag is made of. */
export type ReadStatus = (idOrRef: string) => Promise<{ text: string; tag: (string | number)[] }>;

interface Deps {
  claims: ClaimService;
  claimReader: ClaimReader;
  workflow: Workflow;
  readStatus: ReadStatus;
  claimsAsOf: AsOfService;
  findTwins: FindTwins;
}

export function claimOperations({
  claims,
  claimReader,
  workflow,
  readStatus,
  claimsAsOf,
  findTwins,
}: Deps): Operation[] {
  const show = showClaim(claimReader);
  const readEntered = async (id: string, { caller }: Pick<Call<unknown, unknown, unknown>, 'caller'>) => {
    const { text, version } = await claimReader.read(id, caller);
    return { claim: JSON.parse(text) as z.output<typeof claim>, version };
  };

  return [
    operation('POST /v1/claims', {
      id: 'createClaim',
      summary: 'Enter a claim with its quote, attributions and provisions',
      description:
        'One checkable statement, anchored by a quote that has to stand in the article exactly once: add `prefix`, `suffix` or `start` where it does not. `attributions` say how it reached the article, from the article itself to the original claimant. A new claim is `submitted` and waits for triage; `twins` names claims that are likely to be the same; merging is for an editor.',
      permission: 'record',
      body: claimInput,
      answers: { 201: { description: 'The claim', body: createdClaim, tagged: true } },
      writesOnly: true,
      problems: [
        'unknown_reference',
        'ref_taken',
        'external_id_taken',
        'quote_taken',
        'quote_absent',
        'quote_ambiguous',
        'quote_position_mismatch',
        'quote_context_mismatch',
        'linked_already',
        'changed_meanwhile',
      ],
      handle: async ({ body, caller, report, repairs }) => {
        const { id, shown, alike } = await claims.create(body, caller);
        const { claim: made, version } = shown ?? (await readEntered(id, { caller }));
        // The claim stands, whether or not others could be looked for.
        const twins = await findTwins({
          id,
          texts: [made.text, ...Object.values(made.glosses)],
          alike,
        }).catch((error: unknown) => {
          report(error);
          return [];
        });
        const reply = created(`/v1/claims/${made.ref}`, { ...made, twins }, { ETag: tagOfClaim(version) });
        return tellRepairs(reply, repairs);
      },
    }),
    operation('GET /v1/claims', {
      id: 'listClaims',
      polled: true,
      summary: 'List claims, oldest first',
      description:
        'Filters take several values, repeated or separated by commas, all but flags, `q` and moments; different filters narrow the list together. `q` looks in quotes, glosses, refs and names of sources.',
      permission: 'read',
      query: claimQuery,
      answers: shows('A page of claims', pageOf(claimSummary)),
      problems: ['desk_only'],
      handle: async ({ query, caller, request }) =>
        answerPage(request, await claimReader.list(query, caller)),
    }),
    articleOperation('GET /v1/articles/{id}/claims', {
      id: 'listArticleClaims',
      summary: 'List the claims found in an article',
      description:
        'With the filters of `GET /v1/claims`. A claim belongs to the article whose version its quote is anchored in.',
      permission: 'read',
      params: idParams,
      query: claimQuery.omit({ article: true }),
      answers: shows('A page of claims', pageOf(claimInArticle)),
      problems: ['article_not_found', 'desk_only'],
      handle: async ({ params, query, caller, request }) =>
        answerPage(request, await claimReader.listOfArticle(params.id, query, caller)),
    }),
    operation('GET /v1/claims/{id}', {
      id: 'getClaim',
      polled: true,
      summary: 'Everything about a claim on one screen',
      description:
        'With `asOf`, as it was at that moment: status, rating, revision, flags, version and how it was described (kinds, language, topics, priority, glosses, dates, notes) are replayed from the events of the claim, as is its chain, with its sources as they are named today; verdicts are the revisions published by then, as they stood; evidence, contacts and relations are those that were there, related claims in the state they had then. Tasks are left out; a relation or norm that was taken back since is not shown; words that were erased since are left out.',
      permission: 'read',
      params: idParams,
      query: asOfQuery,
      answers: shows('The claim', claim),
      problems: ['claim_not_found', 'as_of_future'],
      handle: async ({ params, query: { asOf }, caller, request }) => {
        const { text, version } = await (asOf === undefined
          ? claimReader.read(params.id, caller)
          : claimsAsOf.readClaim(params.id, asOf, caller));
        return taggedReplyOr304(request, tagOfClaim(version), okRendered(text));
      },
    }),
    operation('PATCH /v1/claims/{id}', {
      id: 'updateClaim',
      summary: 'Change what is noted about a claim; its quote stays',
      description:
        'What is left out stays as it is. Lists and sets of texts are replaced as a whole, so such a change needs `If-Match`. The quote, and with it the version of the article, never changes: enter another claim for other words. The priority is a move of its task.',
      permission: 'record',
      params: idParams,
      body: claimChange,
      headers: { 'If-Match': ifMatchToReplace },
      answers: { 200: { description: 'The claim', body: changedClaim, tagged: true } },
      problems: [
        'claim_not_found',
        'stale',
        'precondition_required',
        'changed_meanwhile',
        'published_already',
        ...partProblems,
      ],
      handle: async (call) => {
        await claims.change(call.params.id, call.body, call.caller, (version) => {
          requireIfMatchToReplace(call.request, call.body);
          unchangedClaim(call)(version);
        });
        return tellRepairs(await show(call.params.id, call), call.repairs);
      },
    }),
    operation('GET /v1/claims/{id}/transitions', {
      id: 'listClaimTransitions',
      summary: 'What this caller may do with the claim now, and why not the rest',
      description:
        'Made from the same table that judges the move itself, so what is `allowed` here goes through unless somebody is faster. A move that is made by another request has its path in `at`.',
      permission: 'read',
      params: idParams,
      answers: { 200: { description: 'Every transition from the present status', body: claimMoves } },
      problems: ['claim_not_found'],
      handle: async ({ params, caller, language, request }) => {
        const { version, recording, ...listed } = await workflow.listClaimMoves(params.id, caller);
        const shown = {
          ...showMoves(listed, language),
          recording: recording && {
            words: showAllowed(recording.words, language),
            facts: showAllowed(recording.facts, language),
          },
        };
        return taggedReplyOr304(request, tagOfClaim(version), ok(shown, spoken));
      },
    }),
    operation('POST /v1/claims/{id}/transitions', {
      id: 'transitionClaim',
      summary: 'Move a claim: accept, reject, merge, start, release, correct, cancel, retract or reopen it',
      description:
        'A verdict is decided on at `POST /v1/verdicts/{id}/transitions`; such an event is answered here with 409 `decide_elsewhere` and the path as `at`.',
      permission: 'check',
      params: idParams,
      body: claimCommand,
      headers: ifMatchClaim,
      answers: { 200: { description: 'The new state of the claim', body: claimState, tagged: true } },
      problems: ['claim_not_found', ...claimMoveProblems, 'decide_elsewhere', 'stale'],
      handle: async (call) => {
        const { params, body, caller } = call;
        if (!isOfClaim(body))
          throw elsewhereFailure(await workflow.listClaimMoves(params.id, caller), body.event);
        const moved = await workflow.moveClaim(params.id, body, caller, unchangedClaim(call));
        if (moved) return withVersionTag(tagOfClaim(moved.claim.version), ok(viewMoved(moved)));
        // Sent again after it was done: what is kept is that it was, not what came of it.
        const { text, tag: parts } = await readStatus(call.params.id);
        return okRendered(text, { ETag: entityTag('claim', ...parts) });
      },
    }),
  ];
}
