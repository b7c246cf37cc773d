import { z } from 'zod';
import { instant, label, pageOf, uuid } from '../http/schema.js';

export const newKey = z.strictObject({ name: label(100).describe('What the key is for') });

export const keyParams = z.strictObject({ id: uuid });

const keyFields = {
  id: uuid,
  name: z.string(),
  member: z.strictObject({ id: uuid, ref: z.string() }),
  createdAt: instant,
  revokedAt: instant.nullable(),
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
