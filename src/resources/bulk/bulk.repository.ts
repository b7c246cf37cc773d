import type { Db } from '../../platform/db/client.js';
import { liveStatuses } from '../../domain/task/lifecycle.js';

/** Claims as they are now, each with the task under way on it, by id. */
export async function readClaims(db: Db, ids: string[]) {
  const rows = await db.claim.findMany({
    where: { id: { in: ids } },
    select: {
      id: true,
      ref: true,
      status: true,
      priority: true,
      tasks: {
        where: { status: { in: [...liveStatuses] } },
        take: 1,
        select: { id: true, stage: true, status: true, assignee: { select: { id: true, ref: true } } },
      },
    },
  });
  return new Map(rows.map(({ tasks: [task], ...claim }) => [claim.id, { claim, task: task ?? null }]));
}
