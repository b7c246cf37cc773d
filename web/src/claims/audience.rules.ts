/** PURE: who gets what is published of a claim. */
export type Audience = 'everybody' | 'keys' | 'nobody';

/** Claims that were made to try something out go to no readers; without public reading only who has a key reads. */
export const audienceOf = (
  { test }: { test: boolean },
  { publicReading }: { publicReading: boolean },
): Audience => (test ? 'nobody' : publicReading ? 'everybody' : 'keys');

/** Whether there is a page of it: what was taken back has one too, which says so. */
export const isKnownToReaders = ({
  revision,
  status,
  verdicts,
}: {
  revision: number | null;
  status: string;
  verdicts: readonly { revision: number | null }[];
}): boolean =>
  revision !== null || (isTakenBack(status) && verdicts.some((verdict) => verdict.revision !== null));

export const isTakenBack = (status: string): boolean => status === 'retracted' || status === 'merged';
