/** Verifies a database as `isnad verify` does. */
import { expect } from 'vitest';
import { verifyExport, type Invalid, type Valid } from '../../src/integrity/exports/verify-export.js';
import type { TestIsnad } from './test-runtime.js';

type Verified = Pick<TestIsnad, 'services'>;

export const verifyTables = ({ services }: Verified): Promise<Valid | Invalid> =>
  services.verification.verify();

/** As it does, and of an export as well: it says the same of both. */
export async function verifyTwice(isnad: Verified): Promise<Valid | Invalid> {
  const found = await verifyTables(isnad);
  const offline = await isnad.services.exports.read({}, (lines) => verifyExport(lines));
  expect(found).toMatchObject(offline.valid ? offline : { ...offline, place: withoutLine(offline) });
  return found;
}

function withoutLine({ place: { line: _, ...place } }: Invalid): Invalid['place'] {
  return place;
}
