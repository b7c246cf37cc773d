/** The public notes of retractions and merges, and who lets them out. */
import { created, ok, operationsTagged, type Operation } from '../../platform/http/route.js';
import { idParams } from '../../platform/http/schema.js';
import type { EditionService } from './edition.service.js';
import { notice, noticeCommand, noticeInput, noticeMoves, noticeParams } from './notice.schema.js';
import { showMoves, spoken } from '../../platform/http/transitions.js';

const operation = operationsTagged('Verdicts');

export const noticeOperations = (editions: EditionService): Operation[] => [
  operation('POST /v1/claims/{id}/editions', {
    id: 'createNotice',
    summary: 'Write the public note of a retraction or merge, where it has none',
    description:
      'A notice is an edition without a revision. It waits until another editor approves it; until then the public reads fixed words and the reason code.',
    permission: 'edit',
    params: idParams,
    body: noticeInput,
    answers: {
      201: { description: 'The notice', body: notice, headers: { Location: 'Where the notice is' } },
    },
    problems: ['claim_not_found', 'nothing_to_note', 'notice_exists', 'changed_meanwhile'],
    handle: async ({ params: { id }, body, caller }) => {
      const written = await editions.writeNotice(id, body.note, caller);
      return created(`/v1/claims/${id}/editions/${written.digest}`, written);
    },
  }),
  operation('GET /v1/claims/{id}/editions/{edition}/transitions', {
    id: 'listNoticeTransitions',
    summary: 'What this caller may do with a notice now, and why not the rest',
    description: 'What was published with a revision is decided on its verdict, and has no moves here.',
    permission: 'read_desk',
    params: noticeParams,
    answers: {
      200: { description: 'Every move people can make from the present status', body: noticeMoves },
    },
    problems: ['claim_not_found', 'edition_not_found'],
    handle: async ({ params: { id, edition: digest }, caller, language }) =>
      ok(showMoves(await editions.listMoves(id, digest, caller), language), spoken),
  }),
  operation('POST /v1/claims/{id}/editions/{edition}/transitions', {
    id: 'transitionNotice',
    summary: 'Let a notice out, or drop it',
    description:
      'The digest in the path names what was read. Its writer may drop it, and may not approve it.',
    permission: 'edit',
    params: noticeParams,
    body: noticeCommand,
    answers: { 200: { description: 'The notice', body: notice } },
    problems: [
      'claim_not_found',
      'edition_not_found',
      ...([
        'illegal_move',
        'editors_only',
        'own_notice',
        'notice_outdated',
        'notice_erased',
        'changed_meanwhile',
      ] as const),
    ],
    handle: async ({ params: { id, edition: digest }, body, caller }) =>
      ok(await editions.moveNotice(id, digest, body.event, caller)),
  }),
];
