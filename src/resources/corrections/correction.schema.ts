import { z } from 'zod';
import { retractionReasons } from '../../domain/claim/retraction.js';
import { correctionReasons } from '../../workflow/command.schema.js';
import { idOrRef, idReference, instant, pageOf, pageQuery, reference } from '../../platform/http/schema.js';

const revision = z.strictObject({ verdict: idReference, revision: z.int(), rating: z.string() });

export const correctionQuery = pageQuery.extend({
  claim: idOrRef.optional().describe('id or ref of the claim'),
});

export const correction = z
  .strictObject({
    kind: z.enum(['correction', 'retraction', 'merge']),
    claim: reference,
    from: revision.describe('What was published before'),
    to: revision.nullable().describe('What replaced it; null where it was retracted or merged'),
    into: reference.nullable().describe('The claim that it was merged into'),
    reason: z
      .enum([...new Set([...correctionReasons, ...retractionReasons])])
      .nullable()
      .describe('Why; null for a merge'),
    note: z.string().nullable().describe('The public note of a correction'),
    publishedAt: instant,
  })
  .meta({ id: 'Correction' });

export const correctionPage = pageOf(correction).meta({ id: 'CorrectionPage' });

const state = {
  member: reference,
  received: z.boolean(),
  receivedCorrection: z
    .boolean()
    .nullable()
    .describe('Whether it has received what superseded or retracted the revision; null while it stands'),
};

const keyRecipient = z.strictObject({
  key: idReference.extend({ name: z.string() }),
  active: z.boolean().describe('Neither the key nor its member has been shut out since'),
  ...state,
});

const webhookRecipient = z.strictObject({
  webhook: idReference.extend({ description: z.string().nullable() }),
  active: z.boolean().describe('It is enabled'),
  ...state,
});

export const recipients = z
  .strictObject({
    verdict: idReference,
    claim: reference,
    revision: z.int().nullable().describe('null where it was never published: nobody has received it'),
    status: z.string(),
    items: z.array(z.union([keyRecipient, webhookRecipient])),
    next: z.string().nullable(),
  })
  .meta({ id: 'Recipients' });
