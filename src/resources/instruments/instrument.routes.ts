import {
  entityTag,
  ifMatchToReplace,
  requireUnchanged,
  withVersionTag,
  bodyOr304,
} from '../../platform/http/conditional.js';
import { answerPage } from '../../platform/http/list-query.js';
import { created, ok, operationsTagged, shows, type Operation } from '../../platform/http/route.js';
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
  provisionQuery,
  type Instrument,
  type InstrumentQuery,
  type Provision,
  type ProvisionQuery,
} from './instrument.schema.js';
import { pageOf } from '../../platform/http/schema.js';
import type { ReadList } from '../../platform/http/read-list.js';
import type { InstrumentService } from './instrument.service.js';

interface Lists {
  list: (query: InstrumentQuery) => Promise<ReadList>;
  listProvisions: (instrument: string, query: ProvisionQuery) => Promise<ReadList>;
}

const operation = operationsTagged('Instruments');
const ifMatch = { 'If-Match': ifMatchToReplace };

const tagOf = ({ id, version }: Instrument): string => entityTag('instrument', id, version);
const tagOfProvision = ({ id, version }: Provision): string => entityTag('provision', id, version);

export const instrumentOperations = (instruments: InstrumentService & Lists): Operation[] => [
  ...wholeOperations(instruments),
  ...provisionOperations(instruments),
];

const wholeOperations = (instruments: InstrumentService & Lists): Operation[] => [
  operation('POST /v1/instruments', {
    id: 'createInstrument',
    summary: 'Record an instrument with its provisions',
    description:
      'A legal text such as a resolution of the Security Council, with the paragraphs that claims may touch. `verified` says that somebody has compared it with the official text.',
    permission: 'administer',
    body: newInstrument,
    answers: { 201: { description: 'The instrument', body: instrument, tagged: true } },
    problems: ['ref_taken', 'paragraph_taken'],
    handle: async ({ body, caller }) => {
      const made = await instruments.create(body, caller);
      return withVersionTag(tagOf(made), created(`/v1/instruments/${encodeURIComponent(made.ref)}`, made));
    },
  }),
  operation('GET /v1/instruments', {
    id: 'listInstruments',
    summary: 'List instruments in order of creation',
    description: 'Without their provisions.',
    permission: 'read',
    query: instrumentQuery,
    answers: shows('A page of instruments, without their provisions', instrumentPage),
    handle: async ({ query, request }) => answerPage(request, await instruments.list(query)),
  }),
  operation('GET /v1/instruments/{id}', {
    id: 'getInstrument',
    summary: 'Read an instrument with its provisions',
    description: 'With every provision: its paragraph, what it does, from when to when it was in force.',
    permission: 'read',
    params: instrumentParams,
    answers: shows('The instrument', instrument),
    problems: ['instrument_not_found'],
    handle: async ({ params, request }) => bodyOr304(request, await instruments.find(params.id), tagOf),
  }),
  operation('PATCH /v1/instruments/{id}', {
    id: 'updateInstrument',
    summary: 'Change what is recorded about an instrument',
    description: 'What is left out stays. Titles are replaced as a whole, so that change needs `If-Match`.',
    permission: 'administer',
    params: instrumentParams,
    body: instrumentPatch,
    headers: ifMatch,
    answers: { 200: { description: 'The instrument as it is now', body: instrument, tagged: true } },
    problems: ['instrument_not_found', 'stale', 'precondition_required', 'nobody_left_to_decide'],
    handle: async ({ params, body, caller, request }) => {
      const changed = await instruments.change(
        params.id,
        body,
        caller,
        requireUnchanged(request, tagOf, body),
      );
      return withVersionTag(tagOf(changed), ok(changed));
    },
  }),
];

const provisionOperations = (instruments: InstrumentService & Lists): Operation[] => [
  operation('GET /v1/instruments/{id}/provisions', {
    id: 'listProvisions',
    summary: 'The provisions of an instrument',
    description: 'In the order in which they were recorded; the instrument shows all of them, too.',
    permission: 'read',
    params: instrumentParams,
    query: provisionQuery,
    answers: shows('A page of provisions', pageOf(provision)),
    problems: ['instrument_not_found'],
    handle: async ({ params, query, request }) =>
      answerPage(request, await instruments.listProvisions(params.id, query)),
  }),
  operation('POST /v1/instruments/{id}/provisions', {
    id: 'createProvision',
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
      const made = await instruments.addProvision(params.id, body, caller, requireUnchanged(request, tagOf));
      const location = `/v1/provisions/${encodeURIComponent(made.ref)}`;
      return withVersionTag(tagOfProvision(made), created(location, made));
    },
  }),
  operation('GET /v1/provisions/{id}', {
    id: 'getProvision',
    summary: 'Read a provision',
    description: 'One paragraph with the instrument it belongs to.',
    permission: 'read',
    params: instrumentParams,
    answers: shows('The provision', provision),
    problems: ['provision_not_found'],
    handle: async ({ params, request }) =>
      bodyOr304(request, await instruments.findProvision(params.id), tagOfProvision),
  }),
  operation('PATCH /v1/provisions/{id}', {
    id: 'updateProvision',
    summary: 'Change what is recorded about a provision',
    description:
      'What is left out stays. Effects are replaced as a whole, so that change needs `If-Match`. Verdicts that cite it keep what they cited.',
    permission: 'administer',
    params: instrumentParams,
    body: provisionPatch,
    headers: ifMatch,
    answers: { 200: { description: 'The provision as it is now', body: provision, tagged: true } },
    problems: ['provision_not_found', 'stale', 'precondition_required', 'nobody_left_to_decide'],
    handle: async ({ params, body, caller, request }) => {
      const changed = await instruments.changeProvision(
        params.id,
        body,
        caller,
        requireUnchanged(request, tagOfProvision, body),
      );
      return withVersionTag(tagOfProvision(changed), ok(changed));
    },
  }),
];
