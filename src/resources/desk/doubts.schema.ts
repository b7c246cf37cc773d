/** Approvals by somebody who is known only later to be one person with one who wrote. */
import { z } from 'zod';
import { instant, reference } from '../../platform/http/schema.js';

const approval = z
  .strictObject({
    kind: z.enum(['verdict', 'notice', 'privileged_change']).describe('What was approved'),
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
export type ApprovalInDoubt = z.output<typeof approval>;

export const approvalsInDoubt = z
  .strictObject({ items: z.array(approval), next: z.null().describe('All of them are on this page') })
  .meta({ id: 'ApprovalsInDoubt' });
