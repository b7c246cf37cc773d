/** PURE: what a rating says about a claim. Two ratings clash by polarity. */
export const polarities = ['supports', 'refutes', 'neutral'] as const;
export type Polarity = (typeof polarities)[number];
