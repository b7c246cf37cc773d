import { isSystem, type Actor, type Caller } from '../domain/access/rules.js';
import type { Refusal } from '../domain/problem/refusal.js';
import type { EventType } from '../domain/event/types.js';
import { isChangeOfIngredient, refuseUnlessOthersDecide, type Participant } from '../domain/task/side.js';
import { isUuid } from '../domain/text/uuid.js';
import { Prisma } from '../platform/db/generated/client.js';
import { StartAgain } from '../platform/db/transaction.js';
import type { Db, Tx } from '../platform/db/client.js';

/** What editions name and what is changed by whoever records it. */
interface IngredientChange {
  type: 'article' | 'source';
  /** Its id or ref. */
  name: string;
  /** The ids of others that change with it. */
  along?: readonly string[];
  event: EventType;
  /** Which are changed, where that decides. */
  fields?: readonly string[];
}

/** Claims whose verdict was submitted and names what is changed. */
type Held = ReadonlySet<string>;

const changesIngredient = ({ event, fields = [] }: IngredientChange): boolean =>
  isChangeOfIngredient(event, { changed: fields });

const awaiting = ({ type, name, along = [] }: IngredientChange): Prisma.Sql => {
  const table = Prisma.raw(`${type}s`);
  const named = isUuid(name) ? Prisma.sql`id = ${name}::uuid` : Prisma.sql`ref = ${name}`;
  return Prisma.sql`SELECT v.claim_id FROM verdicts v CROSS JOIN (SELECT id FROM ${table} WHERE ${named} OR id = ANY (${along}::uuid[])) subject
    WHERE v.status IN ('submitted', 'proposed')
      AND subject.id IN (SELECT edition_articles(v.claim_id) UNION ALL SELECT edition_sources(v.claim_id))`;
};

/**
 * Locks the claims that the change would make its writer a party of, so that of two at once the later sees what the earlier did.
 * Before the article or source itself: claims are locked first, everywhere.
 */
export async function lockClaimsNaming(tx: Tx, change: IngredientChange): Promise<Held> {
  if (!changesIngredient(change)) return new Set();
  const rows = await tx.$queryRaw<{ id: string }[]>`
    SELECT id FROM claims WHERE id IN (${awaiting(change)}) ORDER BY id FOR NO KEY UPDATE`;
  return new Set(rows.map(({ id }) => id));
}

/**
 * Why an article or a source is not changed so by this actor: a verdict that names it was submitted, they could
 * not decide on that then, and nobody else could.
 */
export async function refuseIngredientChange(
  tx: Tx,
  change: IngredientChange,
  held: Held,
  actor: Actor,
): Promise<Refusal | undefined> {
  if (isSystem(actor) || !changesIngredient(change)) return undefined;
  const { claims, refusal } = await judgeIngredientChange(tx, change, actor);
  if (claims.some((claim) => !held.has(claim))) throw new StartAgain('more verdicts name it by now');
  return refusal;
}

/** The same without a lock, as somebody is told beforehand; with the claims that it is judged by. */
export async function judgeIngredientChange(
  db: Db,
  change: IngredientChange,
  { personId }: Pick<Caller, 'personId'>,
): Promise<{ claims: string[]; refusal: Refusal | undefined }> {
  const [standing] = await db.$queryRaw<
    [{ editors: string[]; verdicts: { claim: string; participants: Participant[] }[] }]
  >`
    SELECT
      (SELECT coalesce(jsonb_agg(DISTINCT person_of(m.id)), '[]') FROM members m WHERE m.role = 'editor' AND m.active) AS editors,
      (SELECT coalesce(jsonb_agg(jsonb_build_object('claim', one.claim_id, 'participants', docket_participants(one.claim_id))), '[]')
        FROM (${awaiting(change)}) one) AS verdicts`;
  const refusal = standing.verdicts
    .map(({ participants }) =>
      refuseUnlessOthersDecide({ participants, editors: standing.editors }, personId),
    )
    .find((one) => one !== undefined);
  return { claims: standing.verdicts.map(({ claim }) => claim), refusal };
}
