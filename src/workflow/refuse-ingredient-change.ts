import { isSystem, type Actor, type Refusal } from '../domain/access/rules.js';
import { refuseSide, type Part } from '../domain/task/side.js';
import type { Tx } from '../platform/db/client.js';

/** What editions name and what is changed by whoever records it. */
interface IngredientChange {
  subject: { type: 'article' | 'source'; id: string };
  fields: readonly string[];
}

/**
 * Why an article or a source is not changed in these fields by this actor: a verdict that names it was handed in, they could
 * not decide on that then, and nobody else could.
 */
export async function refuseIngredientChange(
  tx: Tx,
  { subject: { type, id }, fields }: IngredientChange,
  actor: Actor,
): Promise<Refusal | undefined> {
  if (isSystem(actor)) return undefined;
  const change = JSON.stringify({ changed: fields });
  const [standing] = await tx.$queryRaw<[{ editors: string[]; verdicts: Part[][] }]>`
    SELECT
      (SELECT coalesce(jsonb_agg(DISTINCT person_of(m.id)), '[]') FROM members m WHERE m.role = 'editor' AND m.active) AS editors,
      (SELECT coalesce(jsonb_agg(docket_parts(v.claim_id)), '[]') FROM verdicts v
        WHERE is_change_of_ingredient(${`${type}.changed`}, ${change}::jsonb) AND v.status IN ('submitted', 'proposed')
          AND ${id}::uuid IN (SELECT edition_articles(v.claim_id) UNION ALL SELECT edition_sources(v.claim_id))) AS verdicts`;
  return standing.verdicts
    .map((parts) => refuseSide({ parts, editors: standing.editors }, actor.personId, 'writing'))
    .find((refusal) => refusal?.code === 'nobody_left_to_decide');
}
