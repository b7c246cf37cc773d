import { permissionToAsk } from '../../domain/access/privileged-change.js';
import { canonicalJson } from '../../domain/text/canonical-json.js';
import { digestOf, entityTag, withVersionTag, taggedReplyOr304 } from '../../platform/http/conditional.js';
import { answerPage } from '../../platform/http/list-query.js';
import type { ReadList } from '../../platform/http/read-list.js';
import { ok, operationsTagged, shows, type Operation } from '../../platform/http/route.js';
import { showMoves, spoken } from '../../platform/http/transitions.js';
import {
  changesOfKind,
  decisionProblems,
  ifMatchToConfirm,
  requireAsRead,
  type ReadAndMoved,
} from '../privileged-changes/changes-of-kind.js';
import { privilegedCommand, type PrivilegedChange } from '../privileged-changes/privileged-change.schema.js';
import {
  erasure,
  erasureMoves,
  erasurePage,
  erasureParams,
  erasureQuery,
  newErasure,
  type ErasureOutput,
  type ErasureQuery,
} from './erasure.schema.js';
import type { ErasureService } from './erasure.service.js';
import { viewErasure } from './erasure.view.js';

const operation = operationsTagged('Erasure');

/** Of what was asked for as well: whoever confirms it confirms what they read. */
const tagOf = ({ id, status, target, texts, reason, sources }: ErasureOutput): string =>
  entityTag('erasure', id, status, digestOf(canonicalJson([target, texts, reason, sources])));

interface Deps {
  erasures: Pick<ErasureService, 'ask'>;
  changes: ReadAndMoved;
  list: (query: ErasureQuery) => Promise<ReadList>;
}

export function erasureOperations({ erasures, changes, list }: Deps): Operation[] {
  const { find, listMoves, move } = changesOfKind(changes, (kind) => kind === 'erase', 'erasure');
  return [
    operation('POST /v1/erasures', {
      id: 'createErasure',
      summary: 'Ask for words of people to be erased, or for texts of others to be withheld',
      description:
        'Nothing is gone before another person, an editor or an admin, has confirmed it. Then the words are gone from every row, answer, page and feed, and with evidence the captured bytes; what remains are seals that say nothing, so that the history can still be verified. Drafts of the rounds that it went back to go with a verdict. A member has to be inactive, and goes on as a pseudonym. Texts of articles, quotes and names of sources are withheld: no answer has them any more, and the rows of events and editions keep them. Which sources are merged into the one that is named stays as it is until this is decided on.',
      permission: permissionToAsk,
      body: newErasure,
      answers: {
        202: {
          description: 'Another person has to confirm it: nothing is erased yet',
          body: erasure,
          headers: { Location: 'The erasure' },
        },
      },
      problems: [
        'unknown_reference',
        'member_still_active',
        'change_waiting',
        'source_merged',
        'nobody_to_confirm',
      ],
      handle: async ({ body, caller }) => {
        const asked = viewErasure(await erasures.ask(body, caller));
        return { status: 202, body: asked, headers: { Location: `/v1/erasures/${asked.id}` } };
      },
    }),
    operation('GET /v1/erasures', {
      id: 'listErasures',
      summary: 'Erasures that wait for a second person, or were decided on',
      description: 'What was to be erased, why, and who decided. The words themselves are not here.',
      permission: 'erase',
      query: erasureQuery,
      answers: shows('A page of erasures', erasurePage),
      handle: async ({ query, request }) => answerPage(request, await list(query)),
    }),
    operation('GET /v1/erasures/{id}', {
      id: 'getErasure',
      summary: 'One erasure',
      description: 'What is to be erased, why, until when it can be confirmed, and what became of it.',
      permission: 'erase',
      params: erasureParams,
      answers: shows('The erasure', erasure),
      problems: ['erasure_not_found'],
      handle: async ({ params, request }) => {
        const found = viewErasure(await find(params.id));
        return taggedReplyOr304(request, tagOf(found), ok(found));
      },
    }),
    operation('GET /v1/erasures/{id}/transitions', {
      id: 'listErasureTransitions',
      summary: 'What you may do with an erasure now, and why not the rest',
      description: 'Made from the same table that judges the move itself.',
      permission: 'erase',
      params: erasureParams,
      answers: { 200: { description: 'Every move from the present status', body: erasureMoves } },
      problems: ['erasure_not_found'],
      handle: async ({ params, caller, language }) =>
        ok(showMoves(await listMoves(params.id, caller), language), spoken),
    }),
    operation('POST /v1/erasures/{id}/transitions', {
      id: 'transitionErasure',
      summary: 'Confirm, reject or withdraw an erasure',
      description:
        'Confirmed, the words are gone when the answer comes; captured bytes are removed by a worker at once. It cannot be undone. The person who asked cannot confirm it.',
      permission: 'erase',
      params: erasureParams,
      body: privilegedCommand,
      headers: { 'If-Match': ifMatchToConfirm },
      answers: { 200: { description: 'The erasure as it is now', body: erasure, tagged: true } },
      problems: [
        'erasure_not_found',
        ...decisionProblems,
        'member_still_active',
        'change_waiting',
        'source_merged',
        'sources_changed',
      ],
      handle: async ({ params, body, caller, request }) => {
        const tagOfChange = (change: PrivilegedChange): string => tagOf(viewErasure(change));
        const moved = viewErasure(
          await move(params.id, body.event, caller, requireAsRead(request, body.event, tagOfChange)),
        );
        return withVersionTag(tagOf(moved), ok(moved));
      },
    }),
  ];
}
