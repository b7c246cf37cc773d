import { mostOfClaim } from '../../domain/claim/limits.js';
import { partProblems } from '../../workflow/move-problems.js';
import { ifMatchClaim, unchangedClaim } from '../../workflow/unchanged-claim.js';
import { answerPage } from '../../platform/http/list-query.js';
import { idParams, pageOf } from '../../platform/http/schema.js';
import {
  createdRendered,
  ok,
  okRendered,
  operationsTagged,
  shows,
  type Operation,
} from '../../platform/http/route.js';
import { showMoves, spoken } from '../../platform/http/transitions.js';
import {
  contact,
  contactCommand,
  contactInput,
  contactMoves,
  contactParams,
  contactQuery,
} from './contact.schema.js';
import type { ContactService } from './contact.service.js';

const operation = operationsTagged('Right of reply');

export function contactOperations(service: ContactService): Operation[] {
  return [
    operation('POST /v1/claims/{id}/contacts', {
      id: 'createContact',
      summary: 'Record that somebody was asked about a claim, or what they answered',
      description: `The desk sees it at once; readers see what was answered, and by whom, once a revision is published, with its edition. How they were asked (\`channel\`) and who recorded it stay with the desk. A claim has at most ${String(mostOfClaim.contacts)} of them that are not withdrawn.`,
      permission: 'record',
      params: idParams,
      body: contactInput,
      headers: ifMatchClaim,
      answers: { 201: { description: 'The contact', body: contact } },
      problems: ['claim_not_found', 'unknown_reference', 'claim_full', 'stale', ...partProblems],
      handle: async (call) => {
        const recorded = await service.record(call.params.id, call.body, call.caller, unchangedClaim(call));
        return createdRendered(`/v1/contacts/${recorded.id}`, recorded.text);
      },
    }),
    operation('GET /v1/contacts/{id}', {
      id: 'getContact',
      summary: 'That somebody was asked about a claim, and what came of it',
      description: 'What making it answered, as it is now.',
      permission: 'read',
      params: contactParams,
      answers: { 200: { description: 'The contact', body: contact } },
      problems: ['contact_not_found'],
      handle: async ({ params: { id }, caller }) => okRendered(await service.read(id, caller)),
    }),
    operation('GET /v1/contacts/{id}/transitions', {
      id: 'listContactTransitions',
      summary: 'What you may do with a contact now',
      description: 'What was recorded wrongly is withdrawn, and recorded anew.',
      permission: 'read_desk',
      params: contactParams,
      answers: { 200: { description: 'Every move from the present status', body: contactMoves } },
      problems: ['contact_not_found'],
      handle: async ({ params: { id }, caller, language }) =>
        ok(showMoves(await service.listMoves(id, caller), language), spoken),
    }),
    operation('POST /v1/contacts/{id}/transitions', {
      id: 'transitionContact',
      summary: 'Withdraw a contact',
      description:
        'It stays for the desk as `withdrawn`, and the next edition is without it; what is published holds it until then. If you withdraw one while a verdict waits, you do not decide on that verdict, as when you record one.',
      permission: 'record',
      params: contactParams,
      body: contactCommand,
      headers: ifMatchClaim,
      answers: { 200: { description: 'The contact as it is now', body: contact } },
      problems: ['contact_not_found', 'illegal_move', 'stale', ...partProblems],
      handle: async (call) =>
        okRendered(await service.withdraw(call.params.id, call.caller, unchangedClaim(call))),
    }),
    operation('GET /v1/claims/{id}/contacts', {
      id: 'listClaimContacts',
      summary: 'Who was asked about a claim, and what came of it',
      description:
        'Oldest first. Whoever a claim accuses is asked before a verdict on it is published; this is the record of it.',
      permission: 'read',
      params: idParams,
      query: contactQuery,
      answers: shows('A page, newest last', pageOf(contact)),
      problems: ['claim_not_found'],
      handle: async ({ params: { id }, query, caller, request }) =>
        answerPage(request, await service.list(id, query, caller)),
    }),
  ];
}
