/** Approvals by somebody who is known only later to be one person with one who wrote. */
import { z } from 'zod';
import { idReference, instant, reference } from '../../platform/http/schema.js';

const approval = z
  .strictObject({
    claim: reference,
    verdict: idReference,
    revision: z.int().describe('Of the claim, from 1'),
    publishedAt: instant,
    approver: reference.describe('Who approved it, or confirmed that as the second person'),
    writer: reference.describe('Who wrote on it, and is the same person'),
  })
  .meta({ id: 'ApprovalInDoubt' });
export type ApprovalInDoubt = z.output<typeof approval>;

export const approvalsInDoubt = z
  .strictObject({ items: z.array(approval), next: z.null().describe('All of them are on this page') })
  .meta({ id: 'ApprovalsInDoubt' });
