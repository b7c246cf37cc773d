import { isSystem, type Actor } from '../access/access.rules.js';
import type { Tx } from '../db/client.js';
import type { Prisma } from '../db/generated/client.js';
import type { Happening } from './event.types.js';

/**
 * Appends what happened, in order, inside the caller's transaction: if the event cannot be written, neither
 * can the change. An event of a claim takes the claim's next version as its ordinal, which also locks the
 * claim's row until commit, so a claim's events are numbered in the order in which they were committed.
 */
export async function appendEvents(tx: Tx, actor: Actor, happenings: readonly Happening[]): Promise<void> {
  for (const { type, subject, claimId, data = {} } of happenings) {
    await tx.event.create({
      data: {
        type,
        subjectType: subject.type,
        subjectId: subject.id,
        data: data as Prisma.InputJsonObject,
        ...(claimId !== undefined && { claimId, ordinal: await nextOrdinal(tx, claimId) }),
        ...(!isSystem(actor) && { actorId: actor.memberId, keyId: actor.keyId }),
      },
    });
  }
}

async function nextOrdinal(tx: Tx, claimId: string): Promise<number> {
  const [row] = await tx.$queryRaw<{ version: number }[]>`
    UPDATE claims SET version = version + 1, updated_at = clock_timestamp()
    WHERE id = ${claimId}::uuid RETURNING version`;
  if (!row) throw new Error(`claim ${claimId} is gone`);
  return row.version;
}
