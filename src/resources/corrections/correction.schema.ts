import { z } from 'zod';
import { retractionReasons } from '../../domain/claim/retraction.js';
import { correctionReasons } from '../../domain/claim/correction.js';
import { verdictStatuses } from '../../domain/verdict/lifecycle.js';
import { createdWithin, sortedBy } from '../../platform/http/list-query.js';
import {
  commaSeparated,
  idOrRef,
  idReference,
  instant,
  pageOf,
  pageQuery,
  reference,
  uuid,
} from '../../platform/http/schema.js';

const revision = z.strictObject({ verdict: idReference, revision: z.int(), rating: z.string() });

const kind = z.enum(['correction', 'retraction', 'merge']);
const reason = z.enum([...new Set([...correctionReasons, ...retractionReasons])]);

export const correctionSorts = ['publishedAt'] as const;
export const correctionQuery = pageQuery.extend({
  sort: sortedBy(correctionSorts, '-publishedAt'),
  claim: commaSeparated(idOrRef).optional().describe('id or ref of the claim'),
  kind: commaSeparated(kind).optional(),
  reason: commaSeparated(reason).optional(),
  ...createdWithin,
});
export type CorrectionQuery = z.output<typeof correctionQuery>;

const correction = z
  .strictObject({
    id: uuid.describe('The id of its event'),
    kind,
    claim: reference,
    from: revision.describe('What was published before'),
    to: revision.nullable().describe('What replaced it; null where it was retracted or merged'),
    into: reference.nullable().describe('The claim that it was merged into'),
    reason: reason.nullable().describe('Why; null for a merge'),
    note: z
      .string()
      .nullable()
      .describe(
        'The public note: of a correction, or the notice of a retraction or merge once it was approved',
      ),
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
    status: z.enum(verdictStatuses),
    items: z.array(z.union([keyRecipient, webhookRecipient])),
    next: z.string().nullable(),
  })
  .meta({ id: 'Recipients' });
