/** What the application adds to and reads, and never changes or removes: the database gives its role no more than that. */
export const writtenOnce: readonly string[] = [
  'events',
  'contents',
  'editions',
  'feed',
  'checkpoints',
  'article_versions',
  'ratings',
  'captures',
];

/** What functions of the owner write by themselves when something happens: the application only reads it. */
export const writtenByOwner: readonly string[] = ['verdict_sides'];
