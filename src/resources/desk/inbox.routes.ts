import { answerPage } from '../../platform/http/list-query.js';
import { ok, operationsTagged, shows, type Operation } from '../../platform/http/route.js';
import { inbox, inboxMark, inboxQuery, inboxRead } from './inbox.schema.js';
import type { InboxService } from './inbox.service.js';

const operation = operationsTagged('Desk');

export const inboxOperations = (service: InboxService): Operation[] => [
  operation('GET /v1/desk/inbox', {
    id: 'listInbox',
    summary: 'What concerns you, newest first unless sorted otherwise',
    description:
      'Work you were given, returned or are late with; corrections and disputes of what you wrote; captures that failed or changed; and what waits for you as a second person. Each claim, or other thing, is there once, with the newest sentence about it. What you did yourself is not.',
    permission: 'read_desk',
    query: inboxQuery,
    answers: shows('A page of it', inbox),
    handle: async ({ query, caller, request }) => {
      const { read, unread } = await service.list(query, caller);
      return answerPage(request, read, {}, { unread });
    },
  }),
  operation('PUT /v1/desk/inbox/read', {
    id: 'acknowledgeInbox',
    summary: 'Mark your inbox as read, up to a position',
    description: 'A mark never goes back. What happens later to the same claim is unread again.',
    permission: 'read_desk',
    body: inboxMark,
    answers: { 200: { description: 'What is left', body: inboxRead } },
    handle: async ({ body, caller }) => ok(await service.mark(body.upTo, caller)),
  }),
];
