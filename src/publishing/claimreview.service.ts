import { createHash } from 'node:crypto';
import { z } from 'zod';
import type { Store } from '../platform/db/transaction.js';
import { Failure, notFound } from '../platform/errors.js';
import { decodeCursor } from '../platform/http/cursor.js';
import { toPage } from '../platform/http/page.js';
import { uuid } from '../platform/http/schema.js';
import {
  context,
  toClaimReview,
  toCorrection,
  toOrganization,
  type Language,
} from '../domain/edition/claimreview.js';
import type { claimReview, claimReviewsQuery, dataFeed } from './claimreview.schema.js';
import type { Publisher } from '../domain/edition/publisher.js';
import {
  findPublished,
  findPublishedOf,
  listLatest,
  listPublished,
  readLastChanges,
  readPublished,
} from './published.repository.js';
import type { Retraction, Review, Published } from '../domain/edition/published.js';
import { viewPublished } from './published.view.js';

const seqCursor = z.strictObject({ before: z.string().regex(/^\d{1,18}$/) });

export type ClaimReviewService = ReturnType<typeof createClaimReviewService>;

/** Published verdicts as others read them. */
export function createClaimReviewService({
  store: { db },
  publisher,
}: {
  store: Pick<Store, 'db'>;
  publisher: Publisher;
}) {
  const read = async (ids: string[], language: Language): Promise<Published[]> => {
    const rows = await readPublished(db, ids);
    const changes = await readLastChanges(
      db,
      rows.map(({ claim }) => claim.id),
    );
    return rows.map((row) => viewPublished(row, changes.get(row.claim.id), language));
  };
  /** Settings are part of every document, so they are part of every tag. */
  const settings = createHash('sha256').update(JSON.stringify(publisher)).digest('base64url').slice(0, 8);

  return {
    publisher,

    /** The ClaimReview of one claim. Throws `not_found` before there is one, `gone` once it was taken back. */
    async read(idOrRef: string, language: Language) {
      const claim = await findPublishedOf(db, idOrRef);
      if (!claim) throw notFound('claim', idOrRef);
      const [standing] = await read(
        claim.verdicts.map(({ id }) => id),
        language,
      );
      if (!standing) throw noVerdict(claim);
      if (standing.kind === 'retraction') throw takenBack(standing);
      const document: z.input<typeof claimReview> = {
        '@context': context,
        ...toClaimReview(standing, language, publisher),
      };
      return { document, tag: [standing.claim.ref, standing.claim.version, language, settings] };
    },

    /** One page of all that stands, claim by claim; `next` is the cursor of the page after it. */
    async list({ limit, after, language }: z.output<typeof claimReviewsQuery>) {
      const rows = await listPublished(db, decodeCursor(after, uuid), limit + 1);
      const { items, next } = toPage(rows, limit, ({ claimId }) => claimId);
      const standing = await read(
        items.map(({ id }) => id),
        language,
      );
      const last = standing
        .map(({ changed }) => changed)
        .sort()
        .at(-1);
      const document: z.input<typeof dataFeed> = {
        '@context': context,
        '@type': 'DataFeed',
        name: publisher.name,
        url: `${publisher.url}/v1/claimreviews?language=${language}`,
        inLanguage: language,
        ...(last !== undefined && { dateModified: last }),
        publisher: toOrganization(publisher),
        dataFeedElement: standing.map((one) =>
          one.kind === 'review'
            ? {
                '@type': 'DataFeedItem' as const,
                dateCreated: one.firstPublished,
                dateModified: one.changed,
                item: toClaimReview(one, language, publisher),
              }
            : {
                '@type': 'DataFeedItem' as const,
                dateDeleted: one.changed,
                item: toCorrection(one, language, publisher),
              },
        ),
      };
      return { document, next };
    },

    /** What stands of these claims, by the id of the claim; those without a published verdict are left out. */
    async readMany(claimIds: string[], language: Language): Promise<Map<string, Review>> {
      const standing = await read(await findPublished(db, claimIds), language);
      return new Map(
        standing.flatMap((one) => (one.kind === 'review' ? [[one.claim.id, one] as const] : [])),
      );
    },

    /** What was last published or taken back, newest first. */
    async listLatest({ limit, after, language }: z.output<typeof claimReviewsQuery>) {
      const from = decodeCursor(after, seqCursor);
      const before = from === undefined ? undefined : BigInt(from.before);
      const rows = await listLatest(db, before, limit + 1);
      const { items, next } = toPage(rows, limit, ({ seq }) => ({ before: String(seq) }));
      const standing = await read(
        items.map(({ id }) => id),
        language,
      );
      return { standing, next };
    },
  };
}

const noVerdict = ({ ref, status }: { ref: string; status: string }): Failure =>
  new Failure(
    'not_found',
    `No verdict on ${ref} is published, so there is no ClaimReview of it. The claim is ${status}.`,
    { code: 'verdict_not_published', extra: { claim: ref, claimStatus: status } },
  );

const takenBack = ({ claim, note, changed }: Retraction): Failure =>
  new Failure('gone', `The verdict on ${claim.ref} was taken back: ${note}`, {
    code: 'verdict_retracted',
    extra: {
      claim: claim.ref,
      correction: { '@type': 'CorrectionComment', text: note, datePublished: changed },
    },
  });
