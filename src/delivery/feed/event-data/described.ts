import { z } from 'zod';

/** What one type of event says: that something happened, in words, and what its data holds. */
export interface EventDescription {
  means: string;
  data: z.ZodObject;
}

/** The data as the desk sees it; readers see what domain/event/public-data.ts lets pass. */
export const event = (means: string, fields: z.core.$ZodLooseShape = {}): EventDescription => ({
  means,
  data: z.strictObject(fields),
});
