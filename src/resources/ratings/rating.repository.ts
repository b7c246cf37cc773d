import type { Db, Tx } from '../../platform/db/client.js';
import type { Prisma } from '../../platform/db/generated/client.js';
import type { NewRating, Scale } from './rating.schema.js';

const scaleFields = {
  version: true,
  createdAt: true,
  ratings: {
    orderBy: { position: 'asc' },
    select: {
      slug: true,
      labels: true,
      polarity: true,
      value: true,
      worst: true,
      best: true,
      forecast: true,
    },
  },
} satisfies Prisma.RatingScaleSelect;

export async function insertScale(tx: Tx, version: number, ratings: readonly NewRating[]): Promise<Scale> {
  const create = ratings.map((rating, index) => ({ ...rating, position: index + 1 }));
  return toScale(
    await tx.ratingScale.create({ data: { version, ratings: { create } }, select: scaleFields }),
  );
}

export async function findScale(db: Db, version: number): Promise<Scale | undefined> {
  const row = await db.ratingScale.findUnique({ where: { version }, select: scaleFields });
  return row ? toScale(row) : undefined;
}

/** The one in use; undefined in an empty database. */
export async function findCurrentScale(db: Db): Promise<Scale | undefined> {
  const row = await db.ratingScale.findFirst({ orderBy: { version: 'desc' }, select: scaleFields });
  return row ? toScale(row) : undefined;
}

type Row = Prisma.RatingScaleGetPayload<{ select: typeof scaleFields }>;

const toScale = ({ createdAt, ratings, ...row }: Row): Scale => ({
  ...row,
  createdAt: createdAt.toISOString(),
  items: ratings.map((rating) => ({ ...rating, labels: rating.labels as Record<string, string> })),
  next: null,
});
