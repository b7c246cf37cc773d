import { z } from 'zod';
import type { Store } from '../platform/db/transaction.js';
import { Failure, notFound } from '../platform/errors.js';
import { decodeListCursor, toPage } from '../platform/http/page.js';
import { uuid } from '../platform/http/schema.js';
import { context, toClaimReview, toDataFeed } from '../domain/publishing/claimreview.js';
import type { Language } from '../domain/text/languages.js';
import type { claimReview, claimReviewsQuery, dataFeed, publishedQuery } from './claimreview.schema.js';
import type { Publisher } from '../domain/publishing/publisher.js';
import { byIdOrRef } from '../platform/db/id-or-ref.js';
import { retractionText } from '../domain/publishing/feed-words.js';
import type { LeaveOut } from './leave-out.js';
import { listLatest, listPublished, readPublished } from './published.repository.js';
import type { Retraction, Review, Published } from '../domain/publishing/published.js';
import { viewPublished } from './published.view.js';
import { queryOf } from '../domain/publishing/page/paths.js';

const momentCursor = z.strictObject({ moment: z.string().regex(/^\d{1,16}$/), id: uuid });

export type ClaimReviewService = ReturnType<typeof createClaimReviewService>;

/** Published verdicts as others read them. */
export function createClaimReviewService({
  store: { db },
  publisher,
  leaveOut,
}: {
  store: Pick<Store, 'db'>;
  publisher: Publisher;
  leaveOut: LeaveOut;
}) {
  /** By ids of claims. */
  const read = async (claimIds: readonly string[], language: Language): Promise<Published[]> =>
    (await readPublished(db, claimIds)).flatMap(
      (row) => leaveOut(row.claimId, () => viewPublished(row, language)) ?? [],
    );

  return {
    publisher,

    /** The ClaimReview of one claim. Throws `not_found` before there is one, `gone` once it was taken back. */
    async read(idOrRef: string, language: Language) {
      const select = { id: true, ref: true, status: true, test: true };
      const claim = await db.claim.findUnique({ where: byIdOrRef(idOrRef), select });
      if (!claim) throw notFound('claim', idOrRef);
      const [row] = claim.test ? [] : await readPublished(db, [claim.id]);
      const published = row && viewPublished(row, language);
      if (!published) throw noVerdict(claim);
      if (published.kind === 'retraction') throw takenBack(published, language);
      const document: z.input<typeof claimReview> = {
        '@context': context,
        ...toClaimReview(published, language, publisher),
      };
      return document;
    },

    /** One page of all that is published, claim by claim; `next` is the cursor of the page after it. */
    async list({ limit, after, language, topic: topics, updatedSince }: z.output<typeof claimReviewsQuery>) {
      const asked = { topics, updatedSince };
      const rows = await listPublished(db, asked, decodeListCursor(after, uuid, asked), limit + 1);
      const { items, next } = toPage(rows, limit, (id) => id, asked);
      const published = await read(items, language);
      const path = `/v1/claimreviews${queryOf({ language, topic: topics?.join(','), updatedSince, after })}`;
      const document: z.input<typeof dataFeed> = toDataFeed(published, {
        path,
        language,
        publisher,
        goesOn: next !== null,
      });
      return { document, next };
    },

    /** What is published of these claims, by the id of the claim; the others are left out. */
    async readMany(claimIds: string[], language: Language): Promise<Map<string, Review>> {
      const published = await read(claimIds, language);
      return new Map(
        published.flatMap((one) => (one.kind === 'review' ? [[one.claim.id, one] as const] : [])),
      );
    },

    /** What was last published or taken back, newest first; `first` is the first verdict that ever was. */
    async listLatest({ limit, after, language, topic }: z.output<typeof publishedQuery>) {
      const before = decodeListCursor(after, momentCursor, { topic });
      const { latest, first } = await listLatest(db, before, limit + 1, topic);
      const { items, next } = toPage(latest, limit, ({ moment, id }) => ({ moment, id }), { topic });
      const published = await read(
        items.map(({ claimId }) => claimId),
        language,
      );
      return { published, next, first };
    },
  };
}

const noVerdict = ({ ref, status }: { ref: string; status: string }): Failure =>
  new Failure(
    'not_found',
    `No verdict on ${ref} is published, so there is no ClaimReview of it. The claim is ${status}.`,
    { code: 'verdict_not_published', extra: { claim: ref, claimStatus: status } },
  );

function takenBack(retraction: Retraction, language: Language): Failure {
  const { claim, into, takenBack: datePublished } = retraction;
  const text = retractionText(retraction, language);
  const correction = { '@type': 'CorrectionComment', text, datePublished };
  return into === null
    ? new Failure('gone', `The verdict on ${claim.ref} was taken back: ${text}`, {
        code: 'verdict_retracted',
        extra: { claim: claim.ref, correction },
      })
    : new Failure('gone', `The claim ${claim.ref} was merged into ${into}: ${text}`, {
        code: 'claim_merged',
        extra: { claim: claim.ref, into, correction },
      });
}
