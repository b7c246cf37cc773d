/** PURE: what pages are written from, made of what was read. */
import { readEdition, type Words } from '../../domain/edition/read-edition.js';
import type { Edition } from '../../domain/edition/edition.js';
import type { CorrectionItem } from '../../domain/publishing/page/corrections-page.js';
import type { IndexPage } from '../../domain/publishing/page/index-page.js';
import type { PublicClaim } from '../../domain/publishing/page/public-claim.js';
import { viewPublished } from '../published.view.js';
import type { CorrectionRow, EditionWithWords, IndexRow, PageRow } from './page.repository.js';

const editionOf = ({ document, contents }: EditionWithWords): Edition<Words> =>
  readEdition(document, contents);

export const viewPage = (row: PageRow, language: string): PublicClaim => ({
  published: viewPublished(row, language),
  current: { edition: editionOf(row), publishedAt: row.publishedAt.toISOString(), manner: row.manner },
  before: row.before.map(({ publishedAt, manner, ...one }) => ({
    edition: editionOf(one),
    publishedAt,
    manner,
  })),
  takenBackBefore: row.takenBackBefore,
  related: row.related.map(editionOf),
  contested: row.contested,
});

export const viewIndexItem = ({
  publishedAt,
  manner,
  underCorrection,
  ...row
}: IndexRow): IndexPage['items'][number] => ({
  edition: editionOf(row),
  publishedAt,
  manner,
  underCorrection,
});

export const viewCorrection = ({
  kind,
  at,
  takenBack,
  was,
  reason,
  into,
  notice,
  ...row
}: CorrectionRow): CorrectionItem => ({
  kind,
  at,
  takenBack,
  reason,
  into,
  notice,
  edition: editionOf(row),
  was: was && ratingOf(was),
});

export const ratingOf = (row: EditionWithWords): Edition<Words>['verdict']['rating'] =>
  editionOf(row).verdict.rating;
