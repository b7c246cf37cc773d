/** Verifies a database as `isnad verify` does. */
import { expect } from 'vitest';
import { verifyExport, type Invalid, type Valid } from '../../src/integrity/exports/verify-export.js';
import type { TestIsnad } from './test-runtime.js';

type Verified = Pick<TestIsnad, 'services' | 'relay'>;

export const verifyTables = ({ services }: Verified): Promise<Valid | Invalid> =>
  services.verification.verify();

/** Of an export of all of it, with nothing else. */
export const verifyOffline = ({ services }: Pick<TestIsnad, 'services'>): Promise<Valid | Invalid> =>
  services.exports.read({}, (lines) => verifyExport(lines));

/** Of the events alone, where a test has changed rows behind their back: whether each was allowed, and what was approved by them. */
export async function verifyEvents({ services, relay }: Verified): Promise<Valid | Invalid> {
  await relay();
  return services.exports.read({ rows: false }, (lines) => verifyExport(lines));
}

/** As it does, and of an export as well: it says the same of both. With a place in the feed for every event, as a second later. */
export async function verifyTwice(isnad: Verified): Promise<Valid | Invalid> {
  await isnad.relay();
  const found = await verifyTables(isnad);
  const offline = await verifyOffline(isnad);
  expect(found).toMatchObject(offline.valid ? offline : { ...offline, place: withoutLine(offline) });
  return found;
}

function withoutLine({ place: { line: _, ...place } }: Invalid): Invalid['place'] {
  return place;
}
