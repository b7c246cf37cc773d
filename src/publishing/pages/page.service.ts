import { z } from 'zod';
import { writeCorrectionsPage } from '../../domain/publishing/page/corrections-page.js';
import { writeIndexPage, type IndexPage } from '../../domain/publishing/page/index-page.js';
import { readerOf } from '../../domain/publishing/page/reader.js';
import type { Publisher } from '../../domain/publishing/publisher.js';
import { claimsInPart, writeSitemap, writeSitemapIndex } from '../../domain/publishing/page/sitemap.js';
import type { Language } from '../../domain/text/languages.js';
import type { Store } from '../../platform/db/transaction.js';
import { decodeListCursor, toPage } from '../../platform/http/page.js';
import { idOrRef, uuid } from '../../platform/http/schema.js';
import {
  isAnythingPublished,
  listAddresses,
  listIndex,
  listParts,
  listCorrections,
  readPage,
  type PageRow,
} from './page.repository.js';
import type { LeaveOut } from '../leave-out.js';
import type { PublicClaim } from '../../domain/publishing/page/public-claim.js';
import { searchFor } from './public-search.js';
import { ratingOf, viewCorrection, viewIndexItem, viewPage } from './page.view.js';

const momentCursor = z.strictObject({ moment: z.string().regex(/^\d{1,16}$/), id: uuid });

const pageLength = 20;

export type PageService = ReturnType<typeof createPageService>;

const ofCorrections = { list: 'corrections' };

/** What everybody reads: pages of claims, the index of them, and what was put right. */
export function createPageService({
  store: { db },
  publisher,
  leaveOut,
}: {
  store: Pick<Store, 'db'>;
  publisher: Publisher;
  leaveOut: LeaveOut;
}) {
  return {
    publisher,

    /** Undefined where nothing was ever published of it. */
    read(named: string): Promise<PageRow | undefined> {
      const { data } = idOrRef.safeParse(named);
      return data === undefined ? Promise.resolve(undefined) : readPage(db, data);
    },

    /** Throws where its rows and its events do not say the same: nobody is told that nothing was published. */
    view: (row: PageRow, language: string): PublicClaim => viewPage(row, language),

    isAnythingPublished: () => isAnythingPublished(db),

    /** Throws `invalid` where the cursor is none of ours. */
    async writeIndex(asked: IndexPage['asked'], language: Language): Promise<string> {
      const { q, topic, rating } = asked;
      const filters = { q, topic, rating };
      const after = decodeListCursor(asked.after, momentCursor, filters);
      const search = q === undefined ? undefined : searchFor(q);
      const rows = await listIndex(db, { search, topic, rating, after, limit: pageLength + 1 });
      const { items, next } = toPage(
        rows.items,
        pageLength,
        ({ moment, claimId: id }) => ({ moment, id }),
        filters,
      );
      const page = {
        asked,
        items: items.flatMap((row) => leaveOut(row.claimId, () => viewIndexItem(row)) ?? []),
        ratings: rows.ratings.flatMap((row) => leaveOut(row.claimId, () => ratingOf(row)) ?? []),
        next,
      };
      return writeIndexPage(page, publisher, readerOf(language));
    },

    async writeCorrections(after: string | undefined, language: Language): Promise<string> {
      const rows = await listCorrections(
        db,
        decodeListCursor(after, momentCursor, ofCorrections),
        pageLength + 1,
      );
      const { items, next } = toPage(rows, pageLength, ({ moment, id }) => ({ moment, id }), ofCorrections);
      return writeCorrectionsPage(
        {
          items: items.flatMap((row) => leaveOut(row.claimId, () => viewCorrection(row)) ?? []),
          next,
          after,
        },
        publisher,
        readerOf(language),
      );
    },

    /** One part of it, from 1; without a number all, or the list of its parts. Undefined where there is no such part. */
    async writeSitemap(part?: number): Promise<string | undefined> {
      const ends = await listParts(db, claimsInPart);
      if (part === undefined && ends.length > 0) return writeSitemapIndex(ends.length + 1, publisher.url);
      const number = part ?? 1;
      if (number < 1 || number > ends.length + 1) return undefined;
      const claims = await listAddresses(db, ends[number - 2], claimsInPart);
      return writeSitemap(claims, publisher, number === 1);
    },
  };
}
