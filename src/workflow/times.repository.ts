/** How long clocks and leases run, and the leases themselves. */
import type { Tx } from '../platform/db/client.js';
import type { Priority } from '../platform/db/generated/client.js';
import type { Clock } from '../domain/task/clock.js';

/** How long a clock runs from now on, in minutes. */
export async function readClockMinutes(tx: Tx, clock: Clock, priority: Priority): Promise<number> {
  const policy = { clock_priority: { clock, priority } };
  return (await tx.clockPolicy.findUniqueOrThrow({ where: policy, select: { minutes: true } })).minutes;
}

export async function readLeaseMinutes(tx: Tx): Promise<number> {
  const settings = { where: { id: 1 }, select: { leaseMinutes: true } };
  return (await tx.deskSettings.findUniqueOrThrow(settings)).leaseMinutes;
}

/** Moves on the lease of what this member holds of a claim, unless it stands still. */
export async function moveLease(tx: Tx, claimId: string, memberId: string): Promise<void> {
  await tx.$executeRaw`
    UPDATE review_tasks SET version = version + 1,
      lease_until = desk_now() + make_interval(mins => (SELECT lease_minutes FROM desk_settings))
    WHERE claim_id = ${claimId}::uuid AND assignee_id = ${memberId}::uuid
      AND lease_until IS NOT NULL AND paused_at IS NULL`;
}
