import { z } from 'zod';
import { createdWithin, sortedBy, updatedSince } from '../../platform/http/list-query.js';
import {
  flag,
  idReference,
  instant,
  label,
  pageOf,
  pageQuery,
  reference,
  uuid,
} from '../../platform/http/schema.js';

export const newKey = z.strictObject({
  name: label(100, 'What the key is for'),
  expiresAt: instant.optional().describe('It works until then; left out: until it is revoked'),
});
export type NewKey = z.output<typeof newKey>;

export const keySorts = ['createdAt'] as const;
export const keyQuery = pageQuery.extend({
  sort: sortedBy(keySorts),
  revoked: flag.optional().describe('Whether they were revoked'),
  ...createdWithin,
  updatedSince,
});
export type KeyQuery = z.output<typeof keyQuery>;
export const keyRotation = z.strictObject({
  overlapHours: z
    .number()
    .min(0)
    .max(168)
    .default(24)
    .describe('How long the key before it works as well; 0: not at all, for one that got out'),
  expiresAt: instant.optional().describe('The new key works until then; left out: until it is revoked'),
});
export type KeyRotation = z.output<typeof keyRotation>;

export const keyParams = z.strictObject({ id: uuid });

const keyFields = {
  id: uuid,
  name: z.string(),
  kind: z
    .enum(['secret', 'sign_in'])
    .describe('sign_in: it has no secret, but stands for a member who signs in at the identity provider'),
  member: reference,
  createdAt: instant,
  expiresAt: instant.nullable().describe('null: it works until it is revoked'),
  revokedAt: instant.nullable(),
  successor: idReference.nullable().describe('The key made in its place, which has its webhooks'),
  lastUsedAt: instant.nullable().describe('To the minute or so; null: never'),
};

export const key = z.strictObject(keyFields).meta({ id: 'Key' });
export type Key = z.output<typeof key>;

export const createdKey = z
  .strictObject({
    ...keyFields,
    key: z.string().describe('The key itself. It is shown now and never again.'),
  })
  .meta({ id: 'CreatedKey' });
export type CreatedKey = z.output<typeof createdKey>;

export const keyPage = pageOf(key).meta({ id: 'KeyPage' });
