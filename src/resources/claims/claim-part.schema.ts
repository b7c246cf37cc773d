/** What a claim is made of beside its quote, as its lists are asked for and shown. */
import { z } from 'zod';
import { attributionModes } from '../../domain/claim/new-claim.js';
import { relationTypes } from '../../domain/claim/relation.js';
import { createdWithin, sortedBy } from '../../platform/http/list-query.js';
import { commaSeparated, flag, idOrRef, idReference, pageQuery, uuid } from '../../platform/http/schema.js';
import { namedSource } from '../sources/source.schema.js';

export const relationSorts = ['createdAt'] as const;
export const relationQuery = pageQuery.extend({
  sort: sortedBy(relationSorts),
  type: commaSeparated(z.enum(relationTypes)).optional(),
  direction: commaSeparated(z.enum(['out', 'in'])).optional(),
  claim: commaSeparated(idOrRef).optional().describe('id or ref of the other claim'),
  ...createdWithin,
});
export type RelationQuery = z.output<typeof relationQuery>;

export const claimProvisionQuery = pageQuery.extend({
  instrument: commaSeparated(idOrRef).optional().describe('id or ref of the instrument'),
  verified: flag
    .optional()
    .describe(
      'Whether the provision that is named was seen in a stored copy; a link to no provision is neither',
    ),
});
export type ClaimProvisionQuery = z.output<typeof claimProvisionQuery>;

export const chainLink = z
  .strictObject({
    id: uuid,
    parent: idReference
      .nullable()
      .describe('The link that had it from this one; null for the article, where the chain ends'),
    position: z.int().describe('Its place among the links of the same parent, from 0'),
    source: namedSource.nullable(),
    label: z.string().nullable(),
    verb: z.string().nullable(),
    mode: z.enum(attributionModes),
    anonymous: z.boolean(),
    date: z.string().nullable(),
    note: z.string().nullable().describe('For the desk; null for others'),
  })
  .meta({ id: 'ChainLink', description: 'One link of the chain, by itself' });
export type ChainLink = z.output<typeof chainLink>;
