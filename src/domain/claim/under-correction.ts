/** A revision is published while a next one is being worked on. */
export const isUnderCorrection = ({
  status,
  revision,
}: {
  status: string;
  revision: number | null;
}): boolean => revision !== null && status !== 'published';

/** The same for SQL, over the columns of a claim. */
export const underCorrection = (claim: string): string =>
  `${claim}.revision IS NOT NULL AND ${claim}.status <> 'published'`;
