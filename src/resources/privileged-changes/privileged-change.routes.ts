import { digestOf, entityTag, withVersionTag, taggedReplyOr304 } from '../../platform/http/conditional.js';
import { canonicalJson } from '../../domain/text/canonical-json.js';
import { answerPage } from '../../platform/http/list-query.js';
import type { ReadList } from '../../platform/http/read-list.js';
import { ok, operationsTagged, shows, type Operation } from '../../platform/http/route.js';
import { showMoves, spoken } from '../../platform/http/transitions.js';
import {
  privilegedChange,
  privilegedCommand,
  privilegedMoves,
  privilegedPage,
  privilegedParams,
  privilegedQuery,
  type PrivilegedChange,
  type PrivilegedQuery,
} from './privileged-change.schema.js';
import type { PrivilegedChanges } from './privileged-change.service.js';
import {
  changesOfKind,
  decisionProblems,
  ifMatchToConfirm,
  requireAsRead,
  type ReadAndMoved,
} from './changes-of-kind.js';

const operation = operationsTagged('Members');

/** Of what was asked for as well: whoever confirms it confirms what they read. */
const tagOf = ({ id, status, kind, member, key, wanted }: PrivilegedChange): string => {
  const asked = digestOf(canonicalJson([kind, member?.id ?? null, key?.id ?? null, wanted]));
  return entityTag('privileged-change', id, status, asked);
};

interface Deps {
  changes: ReadAndMoved & Pick<PrivilegedChanges, 'showOwners'>;
  list: (query: PrivilegedQuery) => Promise<ReadList>;
}

export function privilegedOperations({ changes, list }: Deps): Operation[] {
  // Erasures have paths of their own.
  const { find, listMoves, move } = changesOfKind(changes, (kind) => kind !== 'erase', 'privileged_change');
  return [
    operation('GET /v1/privileged-changes', {
      id: 'listPrivilegedChanges',
      summary: 'Changes of who may do what that wait for another admin, or did',
      description:
        'A new editor or admin, a role, an identity, a key for somebody else, the end of an admin: one admin asks, the person of another confirms, within 72 hours. Where there is only one, they act alone, which the event says.',
      permission: 'administer',
      query: privilegedQuery,
      answers: shows('A page of changes', privilegedPage),
      handle: async ({ query, request }) => answerPage(request, await list(query)),
    }),
    operation('GET /v1/privileged-changes/{id}', {
      id: 'getPrivilegedChange',
      summary: 'One such change',
      description:
        'Who asked for what, until when it can be confirmed, and what became of it. As long as it waits, identities are shown with the subjects that they were asked for with, and with the member who has or last had them (`member`, `endedAt`); afterwards by their digests alone.',
      permission: 'administer',
      params: privilegedParams,
      answers: shows('The change', privilegedChange),
      problems: ['privileged_change_not_found'],
      handle: async ({ params, request }) => {
        const found = await find(params.id);
        return taggedReplyOr304(request, tagOf(found), ok(await changes.showOwners(found)));
      },
    }),
    operation('GET /v1/privileged-changes/{id}/transitions', {
      id: 'listPrivilegedChangeTransitions',
      summary: 'What you may do with such a change now, and why not the rest',
      description: 'Made from the same table that judges the move itself.',
      permission: 'administer',
      params: privilegedParams,
      answers: { 200: { description: 'Every move from the present status', body: privilegedMoves } },
      problems: ['privileged_change_not_found'],
      handle: async ({ params, caller, language }) =>
        ok(showMoves(await listMoves(params.id, caller), language), spoken),
    }),
    operation('POST /v1/privileged-changes/{id}/transitions', {
      id: 'transitionPrivilegedChange',
      summary: 'Confirm, reject or withdraw such a change',
      description:
        'A confirmed change is made at once, with an event that names who asked and who confirmed. The person who asked cannot confirm it, as none of their members.',
      permission: 'administer',
      params: privilegedParams,
      body: privilegedCommand,
      headers: { 'If-Match': ifMatchToConfirm },
      answers: { 200: { description: 'The change as it is now', body: privilegedChange, tagged: true } },
      problems: [
        'privileged_change_not_found',
        ...decisionProblems,
        'ref_taken',
        'tool_not_reader',
        'identity_taken',
        'identity_named_twice',
        'last_admin',
        'nobody_left_to_decide',
        'member_not_found',
        'key_not_found',
        'key_ended',
        'sign_in_key',
        'expires_in_the_past',
      ],
      handle: async ({ params, body, caller, request }) => {
        const moved = await move(params.id, body.event, caller, requireAsRead(request, body.event, tagOf));
        return withVersionTag(tagOf(moved), ok(moved));
      },
    }),
  ];
}
