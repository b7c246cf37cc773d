/** What came of asking somebody for a reply. */
export const contactOutcomes = ['asked', 'replied', 'declined', 'no_answer'] as const;
export type ContactOutcome = (typeof contactOutcomes)[number];

/** The outcomes that are an answer, if only that there will be none. */
export const answeringOutcomes = ['replied', 'declined'] as const satisfies readonly ContactOutcome[];
