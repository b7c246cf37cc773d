import { z } from 'zod';
import { repairs } from '../../platform/http/repairs.js';
import { httpUrl, languageTag, prose, withRule } from '../../platform/http/schema.js';
import { refusalCodes, repairCodes } from '../../domain/import/report.js';

export const importInput = withRule(
  z.strictObject({
    document: z
      .union([z.record(z.string(), z.unknown()), z.array(z.unknown())])
      .optional()
      .describe(
        'JSON-LD: one ClaimReview, a list of them, a DataFeed, an @graph; or an answer of the Fact Check Tools API; dirty as it is',
      ),
    page: prose(5_000_000)
      .optional()
      .describe(
        'Instead of a document: HTML, with JSON-LD in its scripts or microdata. Pointers are into the list of these',
      ),
    base: httpUrl
      .optional()
      .describe('What relative addresses in it are relative to, such as the address of the page'),
    language: languageTag.optional().describe('Of reviews that name none; left out, theirs stays unknown'),
    dryRun: z.boolean().default(false).describe('Report what would be imported, and store nothing'),
  }),
  ({ document, page }) => (document === undefined) !== (page === undefined),
  'needs either a document or a page',
).meta({ id: 'ClaimReviewImport' });

export const outcomes = [
  'imported',
  'updated',
  'unchanged',
  'withdrawn',
  'readable',
  'refused',
  'ignored',
] as const;
export type Outcome = (typeof outcomes)[number];

const pointer = z.string().describe('RFC 6901, in the document that was given');

export const importReport = z
  .strictObject({
    counts: z.record(z.enum(outcomes), z.int()),
    items: z
      .array(
        z.strictObject({
          pointer,
          outcome: z
            .enum(outcomes)
            .describe(
              '`readable`: it would have been imported; `ignored`: it is no review, one of our own, or nothing to take back',
            ),
          url: z.string().nullable(),
          claimText: z.string().nullable(),
          repairs: z.array(
            z.strictObject({
              code: z.enum(repairCodes),
              pointer,
              message: z.string(),
              from: z.string().nullable().describe('As it was given'),
              to: z.string().nullable().describe('As it was taken'),
            }),
          ),
          refusals: z.array(z.strictObject({ code: z.enum(refusalCodes), pointer, message: z.string() })),
          note: z.string().nullable(),
        }),
      )
      .describe('Everything that stood where reviews stand, in the order of the document'),
    repairs,
  })
  .meta({ id: 'ImportReport' });
export type ImportReport = Omit<z.output<typeof importReport>, 'repairs'>;
export type ImportItem = ImportReport['items'][number];
