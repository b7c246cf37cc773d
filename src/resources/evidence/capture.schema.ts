import { z } from 'zod';
import { captureChanges } from '../../domain/evidence/capture.js';
import { createdWithin, sortedBy } from '../../platform/http/list-query.js';
import { commaSeparated, pageQuery, uuid } from '../../platform/http/schema.js';
import { captureOutcomes } from './evidence.schema.js';

export const evidenceParams = z.strictObject({ id: uuid.describe('id of the evidence') });
export const captureParams = z.strictObject({ id: uuid.describe('id of the capture') });

export const captureSorts = ['attemptedAt'] as const;
export const captureQuery = pageQuery.extend({
  sort: sortedBy(captureSorts, '-attemptedAt'),
  outcome: commaSeparated(z.enum(captureOutcomes)).optional(),
  change: commaSeparated(z.enum(captureChanges))
    .optional()
    .describe('What became of the page since the look before'),
  ...createdWithin,
});
export type CaptureQuery = z.output<typeof captureQuery>;
