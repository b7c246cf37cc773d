/** What goes into a claim; what comes out is in claim-output.schema.ts. */
import { z } from 'zod';
import { relationTypes } from '../../domain/claim/relation.js';
import { mostTopics } from '../../domain/claim/limits.js';
import { priority, topic } from '../../workflow/command.schema.js';
import { patchOf } from '../../platform/http/patch.js';
import {
  byLanguage,
  edtf,
  httpUrl,
  idOrRef,
  instant,
  label,
  languageTag,
  prose,
  ref,
  withRule,
} from '../../platform/http/schema.js';
import { claimKinds, type NewClaim, type NewLink, type NewNorm } from '../../domain/claim/new-claim.js';

export const claimKind = z.enum(claimKinds);

/** W3C Web Annotation: TextQuoteSelector, with TextPositionSelector where it is known. */
const quote = z.strictObject({
  exact: prose(5000).describe('The words of the article, exactly'),
  prefix: z
    .string()
    .max(500)
    .optional()
    .describe('What stands just before; it must agree, also where the words occur once'),
  suffix: z.string().max(500).optional(),
  start: z.int().min(0).optional().describe('Unicode code points from 0'),
  end: z.int().min(1).optional().describe('exclusive'),
});

const linkFields = {
  source: idOrRef.optional(),
  label: label(500, 'How the chain names a link that has no source of its own').optional(),
  verb: label(100, 'The verb of the article: قال, نفت, said').optional(),
  mode: z.enum(['direct', 'indirect']),
  anonymous: z.boolean().default(false),
  date: edtf.optional(),
  note: prose(2000).optional(),
};
const deepestChain = 8;

/** A link with the links it was heard from, down to the original claimants; at most eight deep. */
const linkAt = (depth: number): z.ZodType<NewLink> =>
  withRule(
    z.strictObject({
      ...linkFields,
      from:
        depth === deepestChain
          ? z
              .array(z.never())
              .max(0, `A chain has at most ${String(deepestChain)} links`)
              .default([])
              .describe('Nothing: a chain is no deeper')
          : z
              .array(linkAt(depth + 1))
              .max(20)
              .default([])
              .describe('The links that it was heard from'),
    }),
    ({ source, label: name, anonymous }) => source !== undefined || name !== undefined || anonymous,
    'needs a source, a label, or anonymous: true',
  );

const mostLinks = 100;
const countLinks = (links: readonly NewLink[]): number =>
  links.reduce((sum, { from }) => sum + 1 + countLinks(from), 0);

export const attributionInput = z
  .array(linkAt(1))
  .max(20)
  .refine((links) => countLinks(links) <= mostLinks, `must have at most ${String(mostLinks)} links in all`);

export const provisionInput = withRule(
  z.strictObject({
    provision: idOrRef.optional(),
    instrument: idOrRef.optional().describe('Where no paragraph is known'),
    note: prose(2000).optional(),
  }),
  ({ provision, instrument }) => (provision === undefined) !== (instrument === undefined),
  'needs either a provision or an instrument',
) satisfies z.ZodType<NewNorm>;

const describing = {
  glosses: byLanguage(prose(2000)).optional().describe('The claim in other words or languages'),
  modality: label(300).optional(),
  statementDate: edtf.optional(),
  dateBasis: prose(1000).optional(),
  topics: z.array(topic).max(mostTopics).optional(),
  priority: priority.optional(),
  worthiness: prose(2000).optional(),
  fidelityNote: prose(4000).optional(),
  leads: z.array(httpUrl).max(50).optional(),
  test: z
    .boolean()
    .optional()
    .describe(
      'Made to try something out: never published as ClaimReview, and left out of flow figures unless asked for',
    ),
};

export const asOfQuery = z.strictObject({
  asOf: instant.optional().describe('A moment in the past'),
});

/** What follows `/v1/claims/` where no claim is meant: a claim of that name could not be asked for. */
const pathsBeside: ReadonlySet<string> = new Set(['statuses', 'batch']);

const externalId = label(
  255,
  'What it is called elsewhere (a row of a table, an item of another system); no two claims of this installation have the same',
);

export const claimInput = z.strictObject({
  ref: ref.refine((name) => !pathsBeside.has(name), 'is the name of an operation').optional(),
  externalId: externalId.optional(),
  article: idOrRef,
  articleVersion: z.int().min(1).max(2_147_483_647).optional().describe('The latest, if left out'),
  kind: claimKind,
  secondaryKinds: z.array(claimKind).max(8).optional(),
  language: languageTag
    .optional()
    .describe(
      "If left out, the article's; that of the quote where it is in another script, `und` where it cannot be told",
    ),
  quote,
  ...describing,
  attributions: attributionInput
    .default([])
    .describe('Whom the article heard it from; left out, it is said in its own voice'),
  provisions: z.array(provisionInput).max(50).default([]),
}) satisfies z.ZodType<NewClaim>;

const emptied = <T extends Record<string, z.ZodType>>(shape: T) =>
  Object.fromEntries(Object.entries(shape).map(([name, type]) => [name, type.nullable().optional()])) as {
    [Name in keyof T]: z.ZodOptional<z.ZodNullable<T[Name]>>;
  };

/** `null` empties a field. */
export const claimChange = patchOf({
  kind: claimKind.optional(),
  secondaryKinds: z.array(claimKind).max(8).optional(),
  glosses: describing.glosses,
  topics: describing.topics,
  leads: describing.leads,
  test: describing.test,
  ...emptied({
    modality: label(300),
    statementDate: edtf,
    dateBasis: prose(1000),
    worthiness: prose(2000),
    fidelityNote: prose(4000),
  }),
});
export type ClaimChange = z.output<typeof claimChange>;

export const relationInput = z.strictObject({
  type: z.enum(relationTypes),
  to: idOrRef,
  note: prose(2000).optional(),
});
