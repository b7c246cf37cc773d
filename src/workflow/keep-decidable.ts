/**
 * Whoever made what comes into an edition is known to the database once it is there: what was written, and is not committed, leaves
 * an editor to decide, or is refused.
 */
import { isSystem, type Actor } from '../domain/access/rules.js';
import type { EventType } from '../domain/event/types.js';
import { refuseLeavingNobody, type Independence, type Participant } from '../domain/task/side.js';
import type { Db, Tx } from '../platform/db/client.js';
import { Prisma } from '../platform/db/generated/client.js';
import { failureOf } from '../platform/errors.js';
import type { Change } from './change.js';
import { verdictUnderWay } from './docket-facts.js';

/** Claims whose verdict was submitted, and who has had which part in it. */
export interface Standing {
  editors: readonly string[];
  claims: readonly { id: string; participants: readonly Participant[] }[];
}

/** `claims`: a query of their ids. */
export async function readStanding(db: Db, claims: Prisma.Sql): Promise<Standing> {
  const [standing] = await db.$queryRaw<[Standing]>`
    SELECT
      (SELECT coalesce(jsonb_agg(DISTINCT person_of(m.id)), '[]') FROM members m WHERE m.role = 'editor' AND m.active) AS editors,
      (SELECT coalesce(jsonb_agg(jsonb_build_object('id', one.id, 'participants', docket_participants(one.id))), '[]')
        FROM (${claims}) one (id)) AS claims`;
  return standing;
}

/** Throws where somebody could decide on a verdict as it stood, and nobody can now. The claims are locked. */
export async function requireDecider(tx: Tx, before: Standing, actor: Actor): Promise<void> {
  if (before.claims.length === 0) return;
  const personId = isSystem(actor) ? null : actor.personId;
  const ids = before.claims.map(({ id }) => id);
  const { editors, claims } = await readStanding(tx, Prisma.sql`SELECT unnest(${ids}::uuid[])`);
  for (const { id, participants } of claims) {
    const stood: Independence = {
      editors: before.editors,
      participants: before.claims.find((one) => one.id === id)?.participants ?? [],
    };
    const refusal = refuseLeavingNobody(stood, { editors, participants }, personId);
    if (refusal) throw failureOf(refusal);
  }
}

/** The events with which something that others made comes into an edition. */
const bringing: ReadonlySet<EventType> = new Set<EventType>([
  'claim.attributed',
  'claim.related',
  'claim.contact_recorded',
  'verdict.edited',
]);

/** The same for what was decided on a docket. */
export async function keepDecidable(tx: Tx, { before, events }: Change): Promise<void> {
  const brings = events.find(({ type }) => bringing.has(type));
  if (!brings) return;
  const { claim, participants, editors, others } = before;
  const own = verdictUnderWay(before) ? [{ id: claim.id, participants }] : [];
  const related = others.filter(({ hasUndecidedVerdict }) => hasUndecidedVerdict);
  await requireDecider(tx, { editors, claims: [...own, ...related] }, brings.actor);
}
