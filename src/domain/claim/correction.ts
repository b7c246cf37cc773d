/** Why a published verdict is corrected. */
export const correctionReasons = ['error', 'new_evidence', 'clarification', 'source_corrected'] as const;
export type CorrectionReason = (typeof correctionReasons)[number];
