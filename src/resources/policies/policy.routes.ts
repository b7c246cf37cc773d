import { entityTag, requireUnchanged, withVersionTag, bodyOr304 } from '../../platform/http/conditional.js';
import { ok, operationsTagged, shows, type Answer, type Operation } from '../../platform/http/route.js';
import type { ClockService } from './clock.service.js';
import { deskPatch, policies, policyInput, policyParams, type Policies } from './policy.schema.js';

const operation = operationsTagged('Policies');
const tagOf = ({ version }: Policies): string => entityTag('policies', version);
const headers = { 'If-Match': 'The ETag of the policies you read: refused with 412 when they have changed' };
const whole: Record<number, Answer> = { 200: { description: 'The policies', body: policies, tagged: true } };

export const policyOperations = (clocks: ClockService): Operation[] => [
  operation('GET /v1/policies', {
    id: 'getPolicies',
    summary: 'How the desk is run: its clocks by stage and priority, leases, limits',
    description:
      'In force now. Each change is an event; what runs already keeps its time until its clock is set again.',
    permission: 'read_desk',
    answers: shows('The policies', policies),
    handle: async ({ request }) => bodyOr304(request, await clocks.readPolicies(), tagOf),
  }),
  operation('PUT /v1/policies/clocks/{clock}/{priority}', {
    id: 'updateClockPolicy',
    summary: 'Say how long a clock runs',
    description: 'Holds for clocks that start from then on: those that run keep their times.',
    permission: 'govern',
    params: policyParams,
    body: policyInput,
    headers,
    answers: whole,
    problems: ['stale'],
    handle: async ({ params, body, caller, request }) => {
      const set = await clocks.setClock(params, body.minutes, caller, requireUnchanged(request, tagOf));
      return withVersionTag(tagOf(set), ok(set));
    },
  }),
  operation('PATCH /v1/policies/desk', {
    id: 'updateDeskPolicy',
    summary: 'Change automatic assignment, the limit of work in progress, or the lease',
    description: 'A new lease holds from the next time that a task is taken or worked on.',
    permission: 'govern',
    body: deskPatch,
    headers,
    answers: whole,
    problems: ['stale'],
    handle: async ({ body, caller, request }) => {
      const changed = await clocks.changeDesk(body, caller, requireUnchanged(request, tagOf));
      return withVersionTag(tagOf(changed), ok(changed));
    },
  }),
];
