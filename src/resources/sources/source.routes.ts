import {
  entityTag,
  ifMatchToReplace,
  requireUnchanged,
  withVersionTag,
  bodyOr304,
} from '../../platform/http/conditional.js';
import { answerPage } from '../../platform/http/list-query.js';
import { showMoves, spoken } from '../../platform/http/transitions.js';
import { created, ok, operationsTagged, shows, type Operation } from '../../platform/http/route.js';
import {
  newSource,
  source,
  sourceCommand,
  sourceMoves,
  sourcePage,
  sourceParams,
  sourcePatch,
  sourceQuery,
  type Source,
  type SourceQuery,
} from './source.schema.js';
import type { ReadList } from '../../platform/http/read-list.js';
import type { SourceService } from './source.service.js';

interface Lists {
  list: (query: SourceQuery) => Promise<ReadList>;
}

const operation = operationsTagged('Sources');
const tagOf = ({ id, version }: Source): string => entityTag('source', id, version);

export function sourceOperations(sources: SourceService & Lists): Operation[] {
  return [
    operation('POST /v1/sources', {
      id: 'createSource',
      summary: 'Record a source with its names',
      description:
        'Somebody a claim can be attributed to. Names are kept per language and found in any of their writings; the ref is used in chains.',
      permission: 'record',
      body: newSource,
      answers: { 201: { description: 'The source', body: source, tagged: true } },
      problems: ['ref_taken'],
      handle: async ({ body, caller }) => {
        const made = await sources.create(body, caller);
        return withVersionTag(tagOf(made), created(`/v1/sources/${encodeURIComponent(made.ref)}`, made));
      },
    }),
    operation('GET /v1/sources', {
      id: 'listSources',
      summary: 'List sources, or find them by name',
      description:
        'With `name`, spellings are compared after folding (vowel signs, hamza forms, case and the like do not count): ' +
        'the very name first, then names like it, unless `sort` says otherwise; without `name`, in order of creation. `matched` says which name was found. What was merged is found as the source that stands for it.',
      permission: 'read',
      query: sourceQuery,
      answers: shows('A page of sources', sourcePage),
      handle: async ({ query, request }) => answerPage(request, await sources.list(query)),
    }),
    operation('GET /v1/sources/{id}', {
      id: 'getSource',
      summary: 'Read a source',
      description:
        'With all its names. Claims attributed to it are found by `GET /v1/claims?source=`. One that was merged stays here, and names the source that stands for it in `mergedInto`.',
      permission: 'read',
      params: sourceParams,
      answers: shows('The source', source),
      problems: ['source_not_found'],
      handle: async ({ params, request }) => bodyOr304(request, await sources.find(params.id), tagOf),
    }),
    operation('PATCH /v1/sources/{id}', {
      id: 'updateSource',
      summary: 'Change a source',
      description:
        'What is left out stays. Names are replaced as a whole, so that change needs `If-Match`. Every claim that names the source shows the new name.',
      permission: 'record',
      params: sourceParams,
      body: sourcePatch,
      headers: { 'If-Match': ifMatchToReplace },
      answers: { 200: { description: 'The source as it is now', body: source, tagged: true } },
      problems: ['source_not_found', 'stale', 'precondition_required', 'nobody_left_to_decide'],
      handle: async ({ params, body, caller, request }) => {
        const changed = await sources.change(params.id, body, caller, requireUnchanged(request, tagOf, body));
        return withVersionTag(tagOf(changed), ok(changed));
      },
    }),
    operation('GET /v1/sources/{id}/transitions', {
      id: 'listSourceTransitions',
      summary: 'What you may do with the source now',
      description:
        'One that was recorded twice is merged into the other; `split` takes that back for this one, whenever. Those that were merged into it before stay with the other.',
      permission: 'read',
      params: sourceParams,
      answers: { 200: { description: 'Every move from the present status', body: sourceMoves } },
      problems: ['source_not_found'],
      handle: async ({ params, caller, language }) => {
        const { note, ...moves } = await sources.listMoves(params.id, caller);
        return ok({ ...showMoves(moves, language), note }, spoken);
      },
    }),
    operation('POST /v1/sources/{id}/transitions', {
      id: 'transitionSource',
      summary: 'Merge a source into another, or split it again',
      description:
        'Claims, articles and contacts keep the source that they were recorded with, and show the one that stands for it; so do filters and searches. What was merged into it goes along. What is published stays as it is until a new edition is approved, by somebody else.',
      permission: 'edit',
      params: sourceParams,
      body: sourceCommand,
      headers: { 'If-Match': 'The ETag of what you read: refused with 412 when it has changed since' },
      answers: { 200: { description: 'The source as it is now', body: source, tagged: true } },
      problems: [
        'source_not_found',
        ...(['illegal_move', 'merge_into_itself', 'merge_target_gone', 'unknown_reference'] as const),
        ...(['stale', 'nobody_left_to_decide', 'erasure_waiting'] as const),
      ],
      handle: async ({ params, body, caller, request }) => {
        const moved = await sources.move(params.id, body, caller, requireUnchanged(request, tagOf));
        return withVersionTag(tagOf(moved), ok(moved));
      },
    }),
  ];
}
