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
        ...(claimId !== undefined && { claimId, ...(await nextPlace(tx, claimId)) }),
        ...(!isSystem(actor) && { actorId: actor.memberId, keyId: actor.keyId }),
      },
    });
  }
}

/** The claim was last updated when its last event happened: one moment, told in both places. */
async function nextPlace(tx: Tx, claimId: string): Promise<{ ordinal: number; at: Date }> {
  const [row] = await tx.$queryRaw<{ ordinal: number; at: Date }[]>`
    UPDATE claims SET version = version + 1, updated_at = date_trunc('milliseconds', desk_now())
    WHERE id = ${claimId}::uuid RETURNING version AS ordinal, updated_at AS at`;
  if (!row) throw new Error(`claim ${claimId} is gone`);
  return row;
}
