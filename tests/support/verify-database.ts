/** Verifies a database as `isnad verify` does. */
import type { Flawed, Sound } from '../../src/integrity/exports/verify-export.js';
import type { TestIsnad } from './test-runtime.js';

export const verifyTables = ({ services }: Pick<TestIsnad, 'services'>): Promise<Sound | Flawed> =>
  services.verification.verify();
