/** The denial graph as it is asked for and shown. */
import { z } from 'zod';
import { claimStatuses } from '../../domain/claim/lifecycle.js';
import { denialTypes, relationTypes } from '../../domain/claim/relation.js';
import { namedSource } from '../sources/source.schema.js';
import { claimKind } from '../claims/claim.schema.js';
import { createdWithin, sortedBy } from '../../platform/http/list-query.js';
import {
  commaSeparated,
  instant,
  pageOf,
  pageQuery,
  ref,
  reference,
  uuid,
  wholeNumber,
} from '../../platform/http/schema.js';

export const graphQuery = z.strictObject({
  depth: wholeNumber({ min: 1, max: 4 }).default(1).describe('How many relations away at most'),
  types: commaSeparated(z.enum(relationTypes)).optional().describe('Only along these; all, if left out'),
});

const edgeOfGraph = z
  .strictObject({
    id: uuid.describe('id of the relation'),
    from: reference,
    to: reference,
    type: z.enum(relationTypes),
    note: z.string().nullable().describe('A remark, in plain text; null outside the desk'),
  })
  .meta({ id: 'GraphEdge' });

const node = z
  .strictObject({
    id: uuid,
    ref,
    kind: claimKind,
    status: z.enum(claimStatuses),
    rating: z.string().nullable(),
    contested: z.boolean(),
    text: z.string(),
    language: z.string().describe('The language of its text'),
    distance: z.int().describe('Relations from the claim that was asked for, which is 0'),
  })
  .meta({ id: 'GraphNode' });

export const graph = z
  .strictObject({
    nodes: z.array(node).describe('Nearest first'),
    edges: z.array(edgeOfGraph).describe('Every relation of the types asked for among the nodes'),
    truncated: z.boolean().describe('There are more claims within this depth than are shown'),
  })
  .meta({ id: 'ClaimGraph' });

const origin = z
  .strictObject({
    source: namedSource.nullable(),
    label: z.string().nullable().describe('How the chain names one that has no source of its own'),
    article: reference
      .extend({ title: z.string() })
      .nullable()
      .describe('The article itself, in its own voice, where it has no outlet'),
    anonymous: z.boolean(),
  })
  .meta({ id: 'Origin', description: 'An original claimant: a leaf of the chain' });

export const denierSorts = ['createdAt'] as const;
export const denierQuery = pageQuery.extend({
  sort: sortedBy(denierSorts),
  type: commaSeparated(z.enum(denialTypes)).optional(),
  ...createdWithin,
});
export type DenierQuery = z.output<typeof denierQuery>;

export const deniers = pageOf(
  z
    .strictObject({
      id: uuid.describe('id of the relation'),
      claim: reference.extend({
        text: z.string(),
        status: z.enum(claimStatuses),
        rating: z.string().nullable(),
      }),
      type: z.enum(denialTypes),
      note: z.string().nullable().describe('A remark, in plain text; null outside the desk'),
      deniers: z.array(origin).describe('Who denies it: the leaves of the chain of the denying claim'),
      createdAt: instant.describe('When the relation was recorded'),
    })
    .meta({ id: 'Denial' }),
);

export const originQuery = pageQuery;
export type OriginQuery = z.output<typeof originQuery>;

export const origins = z
  .strictObject({
    outlets: z.int().describe('How many outlets, or articles without one, tell it'),
    origins: z.int().describe('How many original claimants stand behind them, on all pages'),
    items: z
      .array(
        z.strictObject({
          origin,
          claims: z.array(reference).describe('The claims that go back to this origin'),
          outlets: z.array(reference.extend({ kind: z.enum(['outlet', 'article']), name: z.string() })),
        }),
      )
      .describe('The origin that the most outlets go back to first'),
    next: z.string().nullable(),
    truncated: z.boolean().describe('More claims repeat it than were looked at'),
  })
  .meta({ id: 'Origins' });
