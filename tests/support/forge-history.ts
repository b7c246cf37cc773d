/** History made up by somebody who writes to the database, and what verifying says of it. */
import { expect } from 'vitest';
import type { Caller } from '../../src/domain/access/rules.js';
import type { Tx } from '../../src/platform/db/client.js';
import type { Person, TestIsnad } from './test-runtime.js';
import { verifyTwice } from './verify-database.js';

/** In the name of a person, some time later: rows and events agree. */
export const forgeAs = (
  isnad: TestIsnad,
  person: Person,
  work: (tx: Tx, actor: Caller) => Promise<unknown>,
): Promise<void> =>
  isnad.store.transact(async (tx) => {
    await tx.$executeRaw`SET LOCAL isnad.clock_offset = '1 minute'`;
    const { id, ref, name, role, personId } = await tx.member.findUniqueOrThrow({ where: { ref: person } });
    const { id: keyId } = await tx.key.findFirstOrThrow({ where: { memberId: id } });
    await work(tx, { memberId: id, personId: personId ?? id, ref, name, role, keyId });
  });

/** The newest event of that type is named, and why. */
export async function expectBadEventOf(isnad: TestIsnad, type: string, why: string): Promise<void> {
  await isnad.relay();
  const { rows } = await isnad.database.pool.query<{ id: string }>(
    'SELECT id FROM events WHERE type = $1 ORDER BY seq DESC LIMIT 1',
    [type],
  );
  expect(await verifyTwice(isnad)).toMatchObject({
    valid: false,
    place: { id: rows[0]?.id },
    why: expect.stringContaining(why) as string,
  });
}
