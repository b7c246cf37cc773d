import { z } from 'zod';
import { contactOutcomes } from '../../domain/evidence/contact.js';
import { evidenceStances } from '../../domain/evidence/stance.js';
import { claimKinds, attributionModes } from '../../domain/claim/new-claim.js';
import { correctionReasons } from '../../domain/claim/correction.js';
import { relationTypes } from '../../domain/claim/relation.js';
import { createdWithin, sortedBy, updatedSince } from '../../platform/http/list-query.js';
import {
  commaSeparated,
  digest,
  idOrRef,
  instant,
  pageOf,
  pageQuery,
  ref,
  reference,
  uuid,
} from '../../platform/http/schema.js';
import { editionManners, publicMarks } from '../../domain/edition/edition.js';
import { noticeStatuses } from '../../domain/edition/notice.js';
import { sourceKinds } from '../../domain/source/kinds.js';
import { attributionFindings, fidelityFindings } from '../../domain/verdict/rules.js';

const texts = z.record(z.string(), z.string()).describe('Texts by BCP 47 language tag');

/** Words, or what is left of them once they were erased. */
export const erasable = <Text extends z.ZodType>(text: Text) =>
  z.union([text, z.strictObject({ removed: z.string().describe('What kind of text was erased') })]);

const source = z
  .strictObject({
    id: uuid,
    ref,
    kind: z.enum(sourceKinds),
    name: erasable(z.string()),
    names: z
      .array(z.strictObject({ language: z.string(), text: z.string() }))
      .describe('None once they are withheld'),
    wikidata: z.string().nullable(),
  })
  .meta({ id: 'EditionSource' });

interface EditionLinkOutput {
  source: z.infer<typeof source> | null;
  label: string | null;
  verb: string | null;
  mode: (typeof attributionModes)[number];
  anonymous: boolean;
  date: string | null;
  from: EditionLinkOutput[];
}

const link: z.ZodType<EditionLinkOutput> = z
  .strictObject({
    source: source.nullable(),
    label: z.string().nullable(),
    verb: z.string().nullable(),
    mode: z.enum(attributionModes),
    anonymous: z.boolean(),
    date: z.string().nullable(),
    get from() {
      return z.array(link);
    },
  })
  .meta({ id: 'EditionLink', description: 'One link of the chain, with the links it was heard from' });

const document = z
  .strictObject({
    form: z.literal(1).describe('The form of this document'),
    revision: z.int(),
    claim: z.strictObject({
      id: uuid,
      ref,
      kind: z.enum(claimKinds),
      secondaryKinds: z.array(z.enum(claimKinds)),
      language: z.string(),
      quote: z.strictObject({
        exact: erasable(z.string()),
        prefix: erasable(z.string()),
        suffix: erasable(z.string()),
        start: z.int(),
        end: z.int(),
      }),
      glosses: erasable(texts).nullable(),
      topics: z.array(z.string()),
      statementDate: z.string().nullable(),
      test: z.boolean().describe('Whether it only tries something out: then no reader gets it'),
    }),
    article: z.strictObject({
      id: uuid,
      ref,
      version: z.int().describe('The number of the text that the quote stands in, from 1'),
      sha256: z.string().describe('Of the text of this version'),
      title: erasable(z.string()),
      language: z.string(),
      url: erasable(z.string()).nullable(),
      datePublished: z.string().nullable(),
      outlet: source.nullable(),
    }),
    chain: link,
    verdict: z.strictObject({
      id: uuid,
      findings: z.strictObject({
        attribution: z.enum(attributionFindings),
        fidelity: z.enum(fidelityFindings),
        veracity: z.string(),
      }),
      rating: z.strictObject({
        scale: z.int(),
        slug: z.string(),
        labels: texts,
        polarity: z.enum(['supports', 'refutes', 'neutral']),
        value: z.int().nullable(),
        worst: z.int().nullable(),
        best: z.int().nullable(),
      }),
      rationale: erasable(texts).nullable().describe('null only in what is proposed, where none is written'),
      recheckAt: instant.nullable().describe('When the finding is to be checked again'),
    }),
    evidence: z.array(
      z.strictObject({
        id: uuid,
        url: z.string(),
        stance: z.enum(evidenceStances),
        note: erasable(z.string()).nullable(),
        capture: z
          .strictObject({
            id: uuid,
            outcome: z.enum(['captured', 'failed']),
            url: z.string(),
            attemptedAt: instant,
            sha256: z.string().nullable(),
            title: erasable(z.string()).nullable(),
          })
          .nullable(),
      }),
    ),
    provisions: z.array(
      z.strictObject({
        ref,
        paragraph: z.string(),
        instrument: reference.extend({ label: z.string(), titles: texts }),
        verified: z.boolean(),
        act: z.string(),
        actor: z.string(),
        date: z.string(),
        direction: z.enum(['to', 'from']).nullable(),
      }),
    ),
    relations: z.array(
      z.strictObject({
        id: uuid,
        type: z.enum(relationTypes),
        direction: z.enum(['out', 'in']),
        claim: z.strictObject({
          id: uuid,
          ref,
          language: z.string(),
          statement: erasable(z.string()),
          claimants: z
            .array(
              z.strictObject({
                source: source.nullable(),
                label: z.string().nullable(),
                anonymous: z.boolean(),
              }),
            )
            .describe('Who says it: the original claimants of its chain'),
        }),
      }),
    ),
    contacts: z
      .array(
        z.strictObject({
          id: uuid,
          source: source.nullable().describe('Who was asked'),
          label: erasable(z.string()).nullable(),
          outcome: z.enum(contactOutcomes),
          date: z.string(),
          text: erasable(z.string()).nullable(),
        }),
      )
      .describe('Who was asked for a reply, and what came of it'),
    conflicts: z
      .array(
        z.strictObject({ claim: reference, relation: z.string(), rating: z.string(), theirs: z.string() }),
      )
      .describe('Published ratings of related claims that clash with this one'),
    correction: z
      .strictObject({
        from: z.int().describe('The revision that it corrects'),
        reason: z.enum(correctionReasons),
        note: erasable(z.string()),
      })
      .nullable()
      .describe('Why this revision replaces the one before it'),
  })
  .meta({ id: 'EditionDocument', description: 'Everything that is published of a claim with one revision' });

export const edition = z
  .strictObject({
    digest: digest.describe('Names the edition: SHA-256 over the RFC 8785 form of `sealed`'),
    status: z.enum(['proposed', 'approved']),
    manner: z.enum(editionManners).nullable().describe('How it was approved; null while it is proposed'),
    publishedAt: instant.nullable(),
    document,
    sealed: z
      .record(z.string(), z.unknown())
      .describe(
        'The same document as it is hashed: each text that can be erased stands as its seal; what is withheld is not in it',
      ),
  })
  .meta({ id: 'Edition' });

export const editionQuery = pageQuery.extend({
  sort: sortedBy(['createdAt']),
  status: commaSeparated(z.enum(noticeStatuses)).optional(),
  ...createdWithin,
  updatedSince,
});
export type EditionQuery = z.output<typeof editionQuery>;

export const editionPage = pageOf(
  z
    .strictObject({
      digest: digest.describe('Names the edition'),
      status: z.enum(noticeStatuses).describe('Of a notice; what was published with a revision is approved'),
      revision: z.int().nullable().describe('null for a notice: it has none of its own'),
      mark: z
        .enum(publicMarks)
        .nullable()
        .describe('What a notice is about; null for what was published with a revision'),
      manner: z.enum(editionManners).nullable().describe('How a revision was approved; null for a notice'),
      publishedAt: instant
        .nullable()
        .describe('null while it waits for a second person, and where it was dropped'),
      createdAt: instant.describe('When the revision was published, or the notice written'),
    })
    .meta({ id: 'EditionSummary' }),
).meta({ id: 'EditionPage' });

export const comparison = z
  .strictObject({
    from: digest,
    to: digest,
    changed: z.array(z.string()).describe('JSON pointers into the document, in its order'),
  })
  .meta({ id: 'EditionComparison' });

export const unpublished = z
  .strictObject({
    edition: digest.describe('The edition that stands in public'),
    changed: z
      .array(z.string())
      .describe('JSON pointers into its document: what would be other words if it were published now'),
  })
  .meta({ id: 'UnpublishedChanges' });

const named = z
  .string()
  .regex(/^(?:[0-9a-f]{64}|[1-9][0-9]{0,8})$/, 'must be a digest or a revision')
  .describe('Digest or revision of the edition');

export const editionParams = z.strictObject({
  id: idOrRef.describe('id or ref of the claim'),
  edition: named,
});
export const comparisonParams = editionParams.extend({ other: named });
