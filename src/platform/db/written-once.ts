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
