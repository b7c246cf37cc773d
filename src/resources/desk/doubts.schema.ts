/** Approvals by somebody who is known only later to be one person with one who wrote. */
import { z } from 'zod';
import { createdWithin, sortedBy } from '../../platform/http/list-query.js';
import {
  commaSeparated,
  idOrRef,
  instant,
  pageOf,
  pageQuery,
  reference,
} from '../../platform/http/schema.js';

const kind = z.enum(['verdict', 'notice', 'privileged_change']);

export const doubtSorts = ['decidedAt'] as const;
export const doubtQuery = pageQuery.extend({
  sort: sortedBy(doubtSorts, '-decidedAt'),
  kind: commaSeparated(kind).optional(),
  claim: commaSeparated(idOrRef).optional().describe('id or ref of the claim'),
  ...createdWithin,
});
export type DoubtQuery = z.output<typeof doubtQuery>;

const approval = z
  .strictObject({
    kind: kind.describe('What was approved'),
    id: z.string().describe('Of the verdict or the privileged change; the digest of the notice'),
    claim: reference.nullable().describe('Null for a privileged change'),
    revision: z
      .int()
      .nullable()
      .describe('Of the claim, from 1: what was published, or taken back with the notice'),
    decidedAt: instant.describe('When it was approved or confirmed'),
    approver: reference.describe('Who approved it, or confirmed that as the second person'),
    writer: reference.describe('Who wrote on it or asked for it, and is the same person'),
  })
  .meta({ id: 'ApprovalInDoubt' });

export const approvalsInDoubt = pageOf(approval).meta({ id: 'ApprovalsInDoubt' });
