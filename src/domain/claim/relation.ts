export const relationTypes = [
  'denies',
  'partly_denies',
  'supports',
  'contradicts',
  'repeats',
  'qualifies',
  'applies_to',
] as const;

/** The relations by which a claim is denied, wholly or in part. */
export const denying = [
  'denies',
  'partly_denies',
] as const satisfies readonly (typeof relationTypes)[number][];
