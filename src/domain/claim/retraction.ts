/** Why something that was published is taken back: a code, with fixed words for readers in domain/publishing/feed-words.ts. */
export const retractionReasons = ['error', 'unsupported', 'source_corrected', 'legal'] as const;
export type RetractionReason = (typeof retractionReasons)[number];

/** Why it is taken back, or, where it was merged, that another says the same. */
export const markReasons = [...retractionReasons, 'duplicate'] as const;
export type MarkReason = (typeof markReasons)[number];
