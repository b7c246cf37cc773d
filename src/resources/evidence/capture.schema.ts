import { z } from 'zod';
import { uuid } from '../../platform/http/schema.js';

export const evidenceParams = z.strictObject({ id: uuid.describe('id of the evidence') });
export const captureParams = z.strictObject({ id: uuid.describe('id of the capture') });

/** The number of the last capture of the page before. */
export const captureCursor = z.int().min(1).max(2_147_483_647);
