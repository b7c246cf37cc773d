import type { Caller } from '../domain/access/rules.js';
import type { Refusal } from '../domain/problem/refusal.js';
import type { EventType } from '../domain/event/types.js';
import { isChangeOfIngredient } from '../domain/task/ingredient-change.js';
import { refuseUnlessOthersDecide } from '../domain/task/side.js';
import { isUuid } from '../domain/text/uuid.js';
import { Prisma } from '../platform/db/generated/client.js';
import { StartAgain } from '../platform/db/transaction.js';
import type { Db, Tx } from '../platform/db/client.js';
import { readStanding, type Standing } from './keep-decidable.js';

/** What editions name and what is changed by whoever records it. */
interface IngredientChange {
  type: keyof typeof naming;
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

const changesIngredient = ({ event, fields }: IngredientChange): boolean =>
  isChangeOfIngredient(event, fields ? { changed: fields } : {});

/** Which verdicts name it. Of the article of a related claim not each change counts, but each may: see is_change_of_quoted(). */
const naming = {
  article: Prisma.sql`subject.id IN (SELECT edition_articles(v.claim_id) UNION ALL SELECT related_articles(v.claim_id))`,
  source: Prisma.sql`subject.id IN (SELECT edition_sources(v.claim_id))`,
  instrument: Prisma.sql`subject.id IN (
    SELECT p.instrument_id FROM verdict_provisions x JOIN provisions p ON p.id = x.provision_id WHERE x.verdict_id = v.id)`,
  provision: Prisma.sql`subject.id IN (SELECT x.provision_id FROM verdict_provisions x WHERE x.verdict_id = v.id)`,
} as const;

const awaiting = ({ type, name, along = [] }: IngredientChange): Prisma.Sql => {
  const table = Prisma.raw(`${type}s`);
  const named = isUuid(name) ? Prisma.sql`id = ${name}::uuid` : Prisma.sql`ref = ${name}`;
  return Prisma.sql`SELECT v.claim_id FROM verdicts v CROSS JOIN (SELECT id FROM ${table} WHERE ${named} OR id = ANY (${along}::uuid[])) subject
    WHERE v.status IN ('submitted', 'proposed') AND ${naming[type]}`;
};

/**
 * Locks the claims that the change would make its writer a party of, so that of two at once the later sees what the earlier did.
 * Before the article, source or norm itself: claims are locked first, everywhere.
 */
export async function lockClaimsNaming(tx: Tx, change: IngredientChange): Promise<Held> {
  if (!changesIngredient(change)) return new Set();
  const rows = await tx.$queryRaw<{ id: string }[]>`
    SELECT id FROM claims WHERE id IN (${awaiting(change)}) ORDER BY id FOR NO KEY UPDATE`;
  return new Set(rows.map(({ id }) => id));
}

/** How those claims stand before the change; once it is written, `requireDecider` asks how they do then. */
export async function standingBefore(tx: Tx, change: IngredientChange, held: Held): Promise<Standing> {
  if (!changesIngredient(change)) return { editors: [], claims: [] };
  const standing = await readStanding(tx, awaiting(change));
  if (standing.claims.some(({ id }) => !held.has(id))) throw new StartAgain('more verdicts name it by now');
  return standing;
}

/** Why this source is not changed so by the caller, as somebody is told beforehand: nobody else could decide on what names it. */
export async function judgeIngredientChange(
  db: Db,
  change: IngredientChange & { type: 'source' },
  { personId }: Pick<Caller, 'personId'>,
): Promise<Refusal | undefined> {
  const { editors, claims } = await readStanding(db, awaiting(change));
  return claims
    .map(({ participants }) => refuseUnlessOthersDecide({ participants, editors }, personId))
    .find((refusal) => refusal !== undefined);
}
