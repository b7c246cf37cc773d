import {
  entityTag,
  ifMatchToReplace,
  requireUnchanged,
  withVersionTag,
  bodyOr304,
} from '../../platform/http/conditional.js';
import { tagOfBody } from '../../platform/http/body-tag.js';
import { created, ok, operationsTagged, shows, type Operation } from '../../platform/http/route.js';
import { answerPage } from '../../platform/http/list-query.js';
import { answerWaiting, waitingAnswer } from '../privileged-changes/outcome.js';
import {
  me,
  member,
  memberPage,
  memberParams,
  memberPatch,
  newMember,
  ownPatch,
  type Me,
  type Member,
} from './member.schema.js';
import { memberQuery, type MemberQuery } from './member-list.schema.js';
import type { ReadList } from '../../platform/http/read-list.js';
import type { MemberService } from './member.service.js';
import type { OwnSettings } from './own-settings.service.js';

interface Lists {
  list: (query: MemberQuery) => Promise<ReadList>;
}

const operation = operationsTagged('Members');
/** As reading it gives, which names no version. */
const tagOfMe = (one: Me): string => tagOfBody(JSON.stringify(one));
const tagOf = ({ id, version }: Member): string => entityTag('member', id, version);

export function memberOperations(members: MemberService & Lists, own: OwnSettings): Operation[] {
  return [
    operation('GET /v1/me', {
      id: 'getMe',
      summary: 'Who you are to us, and what you may do',
      description: 'The member behind the key, the permissions of their role, and until when they are away.',
      permission: 'read',
      answers: { 200: { description: 'The member whose key this is', body: me } },
      handle: async ({ caller }) => ok(await own.find(caller)),
    }),
    operation('PATCH /v1/me', {
      id: 'updateMe',
      summary: 'Say that you are away, or back, and how the desk looks to you',
      description:
        'Language, digits and shortcuts of the desk in the browser; what is left out stays as it is. Checkers and editors can be away: until `awayEndsAt` you are handed no work: not by `POST /v1/tasks/next`, not by the desk, and by an editor only on purpose. What you hold you keep. null: you are back.',
      permission: 'read',
      body: ownPatch,
      headers: { 'If-Match': 'The ETag you read; 412 when you have changed since' },
      answers: { 200: { description: 'You, as we know you now', body: me, tagged: true } },
      problems: ['stale'],
      handle: async ({ body, caller, request }) => {
        const changed = await own.change(body, caller, requireUnchanged(request, tagOfMe));
        return ok(changed, { ETag: tagOfMe(changed) });
      },
    }),
    operation('POST /v1/members', {
      id: 'createMember',
      summary: 'Add a person or a tool',
      description:
        'Work is done by people; a `tool` only reads. The member has no key yet: `POST /v1/members/{id}/keys` makes one.',
      permission: 'administer',
      body: newMember,
      answers: { 202: waitingAnswer, 201: { description: 'The member', body: member, tagged: true } },
      problems: [
        'ref_taken',
        'tool_not_reader',
        'identity_taken',
        'identity_named_twice',
        'unknown_identity',
        'nobody_left_to_decide',
      ],
      handle: async ({ body, caller }) => {
        const outcome = await members.requestCreation(body, caller);
        if ('waiting' in outcome) return answerWaiting(outcome.waiting);
        const made = outcome.done;
        return withVersionTag(tagOf(made), created(`/v1/members/${encodeURIComponent(made.ref)}`, made));
      },
    }),
    operation('GET /v1/members', {
      id: 'listMembers',
      summary: 'List members, in order of creation unless sorted otherwise',
      description: 'Inactive ones too, without their keys.',
      permission: 'administer',
      query: memberQuery,
      answers: shows('A page of members', memberPage),
      handle: async ({ query, request }) => answerPage(request, await members.list(query)),
    }),
    operation('GET /v1/members/{id}', {
      id: 'getMember',
      summary: 'Read a member',
      description:
        'Their role, languages and topics, the identities they sign in with, and whether they are active.',
      permission: 'administer',
      params: memberParams,
      answers: shows('The member', member),
      problems: ['member_not_found'],
      handle: async ({ params, request }) => bodyOr304(request, await members.find(params.id), tagOf),
    }),
    operation('PATCH /v1/members/{id}', {
      id: 'updateMember',
      summary: 'Change a member, or end their access',
      description:
        'With `active` false none of their keys works from the next request on, and their webhooks are disabled. Where nobody could decide on a verdict any more that waits, it is refused (409 `nobody_left_to_decide`, with `claims`) but with `override`.',
      permission: 'administer',
      params: memberParams,
      body: memberPatch,
      headers: { 'If-Match': ifMatchToReplace },
      answers: {
        202: waitingAnswer,
        200: { description: 'The member as they are now', body: member, tagged: true },
      },
      problems: [
        'member_not_found',
        'tool_not_reader',
        'identity_taken',
        'identity_named_twice',
        'unknown_identity',
        'last_admin',
        'nobody_left_to_decide',
        'stale',
        'precondition_required',
      ],
      handle: async ({ params, body, caller, request }) => {
        const outcome = await members.requestChange(
          params.id,
          body,
          caller,
          requireUnchanged(request, tagOf, body),
        );
        if ('waiting' in outcome) return answerWaiting(outcome.waiting);
        return withVersionTag(tagOf(outcome.done), ok(outcome.done));
      },
    }),
  ];
}
