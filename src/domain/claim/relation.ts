export const relationTypes = [
  'denies',
  'partly_denies',
  'supports',
  'contradicts',
  'repeats',
  'qualifies',
  'applies_to',
] as const;

type RelationTypes = readonly (typeof relationTypes)[number][];

/** The relations by which a claim is denied, wholly or in part. */
export const denialTypes = ['denies', 'partly_denies'] as const satisfies RelationTypes;

/** The relations that contest the claim they point at. */
const contestingTypes = ['denies', 'contradicts'] as const satisfies RelationTypes;

/** The relations that readers find under "Who denies it". */
export const opposingTypes = ['denies', 'partly_denies', 'contradicts'] as const satisfies RelationTypes;

/** Whether a relation of this type contests the claim it points at. */
export const contests = (type: string): boolean => (contestingTypes as readonly string[]).includes(type);
