/** What came of asking somebody for a reply. */
export const contactOutcomes = ['asked', 'replied', 'declined', 'no_answer'] as const;
