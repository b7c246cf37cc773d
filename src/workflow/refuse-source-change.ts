import { isSystem, type Actor, type Refusal } from '../domain/access/rules.js';
import { refuseSide, type Part } from '../domain/task/side.js';
import type { Tx } from '../platform/db/client.js';

/**
 * Why a source is not changed in these fields by this actor: a verdict that names it was handed in, they could not decide on
 * that then, and nobody else could.
 */
export async function refuseSourceChange(
  tx: Tx,
  { source, fields }: { source: string; fields: readonly string[] },
  actor: Actor,
): Promise<Refusal | undefined> {
  if (isSystem(actor)) return undefined;
  const change = JSON.stringify({ changed: fields });
  const [standing] = await tx.$queryRaw<[{ editors: string[]; verdicts: Part[][] }]>`
    SELECT
      (SELECT coalesce(jsonb_agg(DISTINCT person_of(m.id)), '[]') FROM members m WHERE m.role = 'editor' AND m.active) AS editors,
      (SELECT coalesce(jsonb_agg(docket_parts(v.claim_id)), '[]') FROM verdicts v
        WHERE is_change_of_ingredient('source.changed', ${change}::jsonb) AND v.status IN ('submitted', 'proposed')
          AND ${source}::uuid IN (SELECT s.id FROM edition_sources(v.claim_id) AS s (id))) AS verdicts`;
  return standing.verdicts
    .map((parts) => refuseSide({ parts, editors: standing.editors }, actor.personId, 'writing'))
    .find((refusal) => refusal?.code === 'nobody_left_to_decide');
}
