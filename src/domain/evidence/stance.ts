/** Which way a piece of evidence points: for the claim, against it, or around it. */
export const evidenceStances = ['for', 'against', 'context'] as const;
export type EvidenceStance = (typeof evidenceStances)[number];
