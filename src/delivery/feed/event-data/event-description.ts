import { z } from 'zod';
import { redactedKinds } from '../../../domain/erasure/redaction.js';
import { digest } from '../../../platform/http/schema.js';

/** What one type of event says: that something happened, in words, and what its data holds. */
export interface EventDescription {
  means: string;
  data: z.ZodObject;
}

const operator = z
  .literal(true)
  .optional()
  .describe('A command did it, on a machine that reaches the database');

/** The data as the desk sees it; readers see what domain/event/public-data.ts lets pass. */
export const event = (means: string, fields: z.core.$ZodLooseShape = {}): EventDescription => ({
  means,
  data: z.strictObject({ ...fields, operator }),
});

/** Words of people: they stand beside the event, and can be erased. */
export const sealed = z
  .strictObject({ sealed: digest.describe('Seal of the words; the history of the claim has them') })
  .meta({ id: 'SealedText' });

/** A text of others, as it was published. */
export const quoted = z
  .union([z.string(), z.strictObject({ removed: z.enum(redactedKinds).describe('It is withheld') })])
  .meta({ id: 'QuotedText' });

/** The values that stood there before, under the same names. */
export const was = z.looseObject({}).describe('What stood there before');
