/** Verifies a database as `isnad verify` does. */
import { expect } from 'vitest';
import { verifyExport, type Flawed, type Sound } from '../../src/integrity/exports/verify-export.js';
import type { TestIsnad } from './test-runtime.js';

type Verified = Pick<TestIsnad, 'services'>;

export const verifyTables = ({ services }: Verified): Promise<Sound | Flawed> =>
  services.verification.verify();

/** As it does, and of an export as well: it says the same of both. */
export async function verifyTwice(isnad: Verified): Promise<Sound | Flawed> {
  const found = await verifyTables(isnad);
  const offline = await isnad.services.exports.read({}, (lines) => verifyExport(lines));
  expect(found).toMatchObject(offline.sound ? offline : { ...offline, place: withoutLine(offline) });
  return found;
}

function withoutLine({ place: { line: _, ...place } }: Flawed): Flawed['place'] {
  return place;
}
