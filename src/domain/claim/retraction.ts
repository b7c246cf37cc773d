/** Why something that was published is taken back: a code, with fixed words for readers in domain/publication/words.ts. */
export const retractionReasons = ['error', 'unsupported', 'source_corrected', 'legal'] as const;
export type RetractionReason = (typeof retractionReasons)[number];
