import { Prisma } from '../db/generated/client.js';

/**
 * Who has had a part in the verdict a claim is on its way to: whoever wrote or edited one since the last
 * approval (`wrote`), and whoever decided on one, that approval included. `claim` is an SQL expression.
 */
export const partsOf = (claim: Prisma.Sql): Prisma.Sql => Prisma.sql`
  SELECT e.actor_id AS member_id, e.type IN ('verdict.submitted', 'verdict.edited') AS wrote
  FROM events e
  WHERE e.claim_id = ${claim} AND e.actor_id IS NOT NULL
    AND e.type IN ('verdict.submitted', 'verdict.edited', 'claim.returned', 'claim.approved')
    AND e.ordinal >= coalesce(
      (SELECT max(a.ordinal) FROM events a WHERE a.claim_id = ${claim} AND a.type = 'claim.approved'), 0)`;
