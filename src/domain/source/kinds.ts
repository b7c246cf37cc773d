/** What somebody is who says something, or passes it on; a `collective` is named as one and speaks as several. */
export const sourceKinds = [
  'person',
  'organization',
  'government',
  'outlet',
  'agency',
  'document',
  'imagery',
  'collective',
] as const;
export type SourceKind = (typeof sourceKinds)[number];
