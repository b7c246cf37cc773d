import { z } from 'zod';
import { createdWithin, sortedBy } from '../../platform/http/list-query.js';
import {
  commaSeparated,
  flag,
  idReference,
  instant,
  pageOf,
  pageQuery,
  uuid,
} from '../../platform/http/schema.js';

export const keyUseSorts = ['hourStartsAt'] as const;
export const keyUseQuery = pageQuery.extend({
  sort: sortedBy(keyUseSorts, '-hourStartsAt'),
  key: commaSeparated(uuid).optional().describe('Only these keys'),
  refused: flag.optional().describe('Whether something was refused'),
  ...createdWithin,
});
export type KeyUseQuery = z.output<typeof keyUseQuery>;

const keyUse = z
  .strictObject({
    key: idReference.nullable().describe('null: there is no key of that id, or what was sent was none'),
    hourStartsAt: instant,
    network: z
      .string()
      .describe('Where from: the first 24 bits of an IPv4 address or the first 48 of an IPv6 address'),
    used: z.int(),
    refused: z.int().describe('Wrong secret, revoked, expired, or of a member who is no longer active'),
    lastAt: instant,
  })
  .meta({ id: 'KeyUse' });

export const keyUsePage = pageOf(keyUse).meta({ id: 'KeyUsePage' });
