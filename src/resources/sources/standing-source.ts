/** The source that stands for one that a row names, where rows are read by models: the function standing_source() in prisma/sql. */
import type { Prisma } from '../../platform/db/generated/client.js';

/** These fields of a source, and of the one it was merged into. */
export const withStanding = <const Fields extends Prisma.SourceSelect>(select: Fields) => ({
  select: { ...select, mergedInto: { select } },
});

/** The one that stands, of what was read so. */
export function standingOf<Row extends { mergedInto: object | null }>(
  row: Row | null,
): Omit<Row, 'mergedInto'> | null {
  if (!row) return null;
  const { mergedInto, ...own } = row;
  return (mergedInto ?? own) as Omit<Row, 'mergedInto'>;
}
