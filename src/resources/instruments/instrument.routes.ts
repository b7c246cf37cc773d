import {
  demandConditionToReplace,
  entityTag,
  ifMatchToReplace,
  requireMatch,
  showing,
  unlessShown,
} from '../../platform/http/conditional.js';
import { answerPage } from '../../platform/http/list-query.js';
import { created, ok, operation, type Operation } from '../../platform/http/route.js';
import {
  instrument,
  instrumentPage,
  instrumentParams,
  instrumentPatch,
  instrumentQuery,
  newInstrument,
  newProvision,
  provision,
  provisionPatch,
  type Instrument,
  type InstrumentQuery,
  type Provision,
} from './instrument.schema.js';
import type { ReadList } from '../../platform/http/read-list.js';
import type { InstrumentService } from './instrument.service.js';

interface Lists {
  list: (query: InstrumentQuery) => Promise<ReadList>;
}

const tag = 'Instruments';
const ifMatch = { 'If-Match': ifMatchToReplace };

const tagOf = ({ id, version }: Instrument): string => entityTag('instrument', id, version);
const tagOfProvision = ({ id, version }: Provision): string => entityTag('provision', id, version);

export const instrumentOperations = (instruments: InstrumentService & Lists): Operation[] => [
  ...wholeOperations(instruments),
  ...provisionOperations(instruments),
];

const wholeOperations = (instruments: InstrumentService & Lists): Operation[] => [
  operation({
    method: 'post',
    path: '/v1/instruments',
    id: 'createInstrument',
    tag,
    summary: 'Record an instrument with its provisions',
    description:
      'A legal text such as a resolution of the Security Council, with the paragraphs that claims may touch. `verified` says that somebody has compared it with the official text.',
    permission: 'administer',
    body: newInstrument,
    answers: { 201: { description: 'The instrument', body: instrument, tagged: true } },
    problems: ['ref_taken', 'paragraph_taken'],
    handle: async ({ body, caller }) => {
      const made = await instruments.create(body, caller);
      return showing(tagOf(made), created(`/v1/instruments/${encodeURIComponent(made.ref)}`, made));
    },
  }),
  operation({
    method: 'get',
    path: '/v1/instruments',
    id: 'listInstruments',
    tag,
    summary: 'List instruments in order of creation',
    description: 'Without their provisions.',
    permission: 'read',
    query: instrumentQuery,
    answers: {
      200: { description: 'A page of instruments, without their provisions', body: instrumentPage },
      304: { description: 'Nothing has changed' },
    },
    handle: async ({ query, request }) => {
      const { page, asked } = await instruments.list(query);
      return answerPage(request, page, asked);
    },
  }),
  operation({
    method: 'get',
    path: '/v1/instruments/{id}',
    id: 'getInstrument',
    tag,
    summary: 'Read an instrument with its provisions',
    description: 'With every provision: its paragraph, what it does, from when to when it was in force.',
    permission: 'read',
    params: instrumentParams,
    answers: {
      200: { description: 'The instrument', body: instrument },
      304: { description: 'Not changed' },
    },
    problems: ['instrument_not_found'],
    handle: async ({ params, request }) => {
      const found = await instruments.find(params.id);
      return unlessShown(request, tagOf(found), ok(found));
    },
  }),
  operation({
    method: 'patch',
    path: '/v1/instruments/{id}',
    id: 'updateInstrument',
    tag,
    summary: 'Change what is recorded about an instrument',
    description: 'What is left out stays. Titles are replaced as a whole, so that change needs `If-Match`.',
    permission: 'administer',
    params: instrumentParams,
    body: instrumentPatch,
    headers: ifMatch,
    answers: { 200: { description: 'The instrument as it is now', body: instrument, tagged: true } },
    problems: ['instrument_not_found', 'stale', 'precondition_required'],
    handle: async ({ params, body, caller, request }) => {
      const changed = await instruments.change(params.id, body, caller, (current) => {
        demandConditionToReplace(request, body);
        requireMatch(request, tagOf(current));
      });
      return showing(tagOf(changed), ok(changed));
    },
  }),
];

const provisionOperations = (instruments: InstrumentService): Operation[] => [
  operation({
    method: 'post',
    path: '/v1/instruments/{id}/provisions',
    id: 'createProvision',
    tag,
    summary: 'Add a provision to an instrument',
    description:
      'One paragraph with its effect, its direction and the time it was in force. A verdict may not cite it for an act outside that time.',
    permission: 'administer',
    params: instrumentParams,
    body: newProvision,
    headers: { 'If-Match': 'The ETag of the instrument you read; 412 when it has changed since' },
    answers: { 201: { description: 'The provision', body: provision, tagged: true } },
    problems: ['instrument_not_found', 'paragraph_taken', 'ref_taken', 'stale'],
    handle: async ({ params, body, caller, request }) => {
      const made = await instruments.addProvision(params.id, body, caller, (current) => {
        requireMatch(request, tagOf(current));
      });
      const location = `/v1/provisions/${encodeURIComponent(made.ref)}`;
      return showing(tagOfProvision(made), created(location, made));
    },
  }),
  operation({
    method: 'get',
    path: '/v1/provisions/{id}',
    id: 'getProvision',
    tag,
    summary: 'Read a provision',
    description: 'One paragraph with the instrument it belongs to.',
    permission: 'read',
    params: instrumentParams,
    answers: { 200: { description: 'The provision', body: provision }, 304: { description: 'Not changed' } },
    problems: ['provision_not_found'],
    handle: async ({ params, request }) => {
      const found = await instruments.findProvision(params.id);
      return unlessShown(request, tagOfProvision(found), ok(found));
    },
  }),
  operation({
    method: 'patch',
    path: '/v1/provisions/{id}',
    id: 'updateProvision',
    tag,
    summary: 'Change what is recorded about a provision',
    description:
      'What is left out stays. Effects are replaced as a whole, so that change needs `If-Match`. Verdicts that cite it keep what they cited.',
    permission: 'administer',
    params: instrumentParams,
    body: provisionPatch,
    headers: ifMatch,
    answers: { 200: { description: 'The provision as it is now', body: provision, tagged: true } },
    problems: ['provision_not_found', 'stale', 'precondition_required'],
    handle: async ({ params, body, caller, request }) => {
      const changed = await instruments.changeProvision(params.id, body, caller, (current) => {
        demandConditionToReplace(request, body);
        requireMatch(request, tagOfProvision(current));
      });
      return showing(tagOfProvision(changed), ok(changed));
    },
  }),
];
