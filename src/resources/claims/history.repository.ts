import type { Db } from '../../platform/db/client.js';

/** The events of a claim after the given ordinal, in order. */
export async function readHistory(db: Db, claimId: string, after: number, limit: number) {
  return db.event.findMany({
    where: { claimId, ordinal: { gt: after } },
    orderBy: { ordinal: 'asc' },
    take: limit,
    select: {
      id: true,
      type: true,
      ordinal: true,
      subjectType: true,
      subjectId: true,
      data: true,
      at: true,
      actor: { select: { id: true, ref: true } },
    },
  });
}
