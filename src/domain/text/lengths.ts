/** The lengths of texts that the API refuses and the desk says beforehand, in Unicode code points; all others stand in the schemas. */
export const longest = {
  /** Of a verdict, in each language. */
  rationale: 20_000,
  evidenceNote: 4_000,
  /** By which way somebody was asked. */
  contactChannel: 200,
} as const;
