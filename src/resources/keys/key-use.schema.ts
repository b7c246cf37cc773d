import { z } from 'zod';
import { flag, idReference, instant, pageOf, pageQuery, uuid } from '../../platform/http/schema.js';

export const keyUseQuery = pageQuery.extend({
  key: uuid.optional().describe('Only this key'),
  refused: flag.optional().describe('true: only where something was refused'),
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
