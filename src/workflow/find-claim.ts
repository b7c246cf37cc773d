import type { Db } from '../platform/db/client.js';
import { byIdOrRef } from '../platform/db/id-or-ref.js';
import { notFound } from '../platform/errors.js';

/** The little that is needed to act on a claim. Throws `claim_not_found`. */
export async function findClaim(db: Db, idOrRef: string) {
  const claim = await db.claim.findUnique({
    where: byIdOrRef(idOrRef),
    select: { id: true, ref: true, status: true, version: true },
  });
  if (!claim) throw notFound('claim', idOrRef);
  return claim;
}

/** Its id. Throws `task_not_found`. */
export async function findClaimOfTask(db: Db, id: string): Promise<string> {
  const task = await db.reviewTask.findUnique({ where: { id }, select: { claimId: true } });
  if (!task) throw notFound('task', id);
  return task.claimId;
}
