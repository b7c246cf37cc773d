/** PURE: what a decision says of the claims whose ratings clash with it. */
import type { Verdict } from '../api/verdicts.js';

/** The field in which it stands why this claim and the one with the clash may both stand. */
export const clashField = (claim: string): string => `clash.${claim}`;

/** The clashes that something was said of, and the first of the others. */
export function acknowledged(
  conflicts: readonly { claim: Pick<Verdict['conflicts'][number]['claim'], 'id'> }[],
  texts: Readonly<Record<string, string>>,
): { acknowledge: { claim: string; note: string }[]; open: string | undefined } {
  const notes = conflicts.map(({ claim: { id } }) => ({
    claim: id,
    note: (texts[clashField(id)] ?? '').trim(),
  }));
  return {
    acknowledge: notes.filter(({ note }) => note !== ''),
    open: notes.find(({ note }) => note === '')?.claim,
  };
}
