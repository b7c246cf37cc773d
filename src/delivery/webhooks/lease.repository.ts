/**
 * Who delivers. One worker at a time holds a webhook's lease, under a number that every taking and every giving
 * back raises; whatever it writes names that number, so a worker that slept past its lease writes nothing.
 * Leases are told by the clock on the wall: a drill that moves the desk's clock must not end one.
 */
import type { Db } from '../../platform/db/client.js';

export const leaseSeconds = 60;

export interface Leased {
  id: string;
  lease: bigint;
  url: string;
  types: string[];
  concurrency: number;
  version: number;
  position: bigint;
  round: number;
  failures: number;
  /** Nothing new may be tried yet. */
  held: boolean;
  /** id of its member */
  owner: string;
  /** The database's time of this moment. */
  now: Date;
}

/** Takes the lease; undefined while another holds it, and where nothing is delivered. */
export async function takeLease(db: Db, webhookId: string): Promise<Leased | undefined> {
  const [row] = await db.$queryRaw<Leased[]>`
    UPDATE webhooks w
    SET lease = w.lease + 1, leased_until = clock_timestamp() + make_interval(secs => ${leaseSeconds})
    FROM members m
    WHERE w.id = ${webhookId}::uuid AND m.id = w.member_id AND w.status = 'enabled'
      AND (w.leased_until IS NULL OR w.leased_until < clock_timestamp())
    RETURNING w.id, w.lease, w.url, w.types, w.concurrency, w.version, w.position, w.round, w.failures,
      coalesce(w.hold_until > desk_now(), false) AS held, m.id AS owner, clock_timestamp() AS now`;
  return row;
}

/** The settings' version, where the lease is still ours and goes on; undefined where it is lost. */
export async function renewLease(db: Db, { id, lease }: Pick<Leased, 'id' | 'lease'>) {
  const [row] = await db.$queryRaw<{ version: number }[]>`
    UPDATE webhooks SET leased_until = clock_timestamp() + make_interval(secs => ${leaseSeconds})
    WHERE id = ${id}::uuid AND lease = ${lease} AND status = 'enabled' RETURNING version`;
  return row?.version;
}

export async function giveBackLease(db: Db, { id, lease }: Pick<Leased, 'id' | 'lease'>): Promise<void> {
  await db.$executeRaw`
    UPDATE webhooks SET lease = lease + 1, leased_until = NULL WHERE id = ${id}::uuid AND lease = ${lease}`;
}

/** How many of the last entries of the feed are looked at for types; who is further behind is always owed a run. */
const recent = 1_000;

/**
 * The webhooks to which something is owed by now and for which nobody is at work. One that asks for few types
 * is not owed anything by other events: its place in the feed is only moved on when it lies far behind.
 */
export async function findOwedWebhooks(db: Db, limit: number): Promise<{ id: string; lease: bigint }[]> {
  const [any] = await db.$queryRaw<unknown[]>`SELECT 1 FROM webhooks WHERE status = 'enabled' LIMIT 1`;
  if (!any) return [];
  return db.$queryRaw<{ id: string; lease: bigint }[]>`
    WITH edge AS MATERIALIZED (SELECT coalesce(max(position), 0) AS last, desk_now() AS now FROM feed),
    latest AS MATERIALIZED (
      SELECT e.type, max(f.position) AS position
      -- Positions have no gaps. A condition on them would be planned for a third of the feed.
      FROM (SELECT position, event_seq FROM feed ORDER BY position DESC LIMIT ${recent}) f
        JOIN events e ON e.seq = f.event_seq
      GROUP BY e.type)
    SELECT w.id, w.lease FROM webhooks w, edge
    WHERE w.status = 'enabled' AND (w.leased_until IS NULL OR w.leased_until < clock_timestamp())
      AND (EXISTS (SELECT 1 FROM webhook_retries r WHERE r.webhook_id = w.id AND r.next_at <= edge.now)
        OR ((w.hold_until IS NULL OR w.hold_until <= edge.now)
          AND (w.position < edge.last - ${recent}
            OR (w.types = '{}' AND w.position < edge.last)
            OR EXISTS (SELECT 1 FROM latest l WHERE l.type = ANY (w.types) AND l.position > w.position))))
    ORDER BY w.id LIMIT ${limit}`;
}
