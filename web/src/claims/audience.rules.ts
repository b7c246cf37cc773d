/** PURE: who gets what is published of a claim. */
export type Audience = 'everybody' | 'keys' | 'nobody';

/** Claims that were made to try something out go to no readers; without public reading only who has a key reads. */
export const audienceOf = (
  { test }: { test: boolean },
  { publicReading }: { publicReading: boolean },
): Audience => (test ? 'nobody' : publicReading ? 'everybody' : 'keys');
