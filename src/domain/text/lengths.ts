/** How long a text may be, in Unicode code points: as the API refuses it, and as the desk says it beforehand. */
export const longest = {
  /** Of a verdict, in each language. */
  rationale: 20_000,
  evidenceNote: 4_000,
  /** By which way somebody was asked. */
  contactChannel: 200,
} as const;
