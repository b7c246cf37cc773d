import type { Tx } from '../platform/db/client.js';
import { Failure } from '../platform/errors.js';
import { citeEvidence } from './cite-evidence.js';
import { findProvisions, readScale, type Citation, type Cited } from './verdict.repository.js';
import type { VerdictInput } from '../resources/verdicts/verdict.schema.js';

type References = Pick<VerdictInput, 'evidence' | 'captures' | 'provisions'> & {
  veracity?: string | undefined;
  /** What is cited already. */
  before?: readonly Cited[];
};

/** Everything a verdict refers to, looked up; throws with every name that stands for nothing. */
export async function resolveReferences(tx: Tx, claimId: string, input: References) {
  const scale = await readScale(tx);
  const provisions = await findProvisions(
    tx,
    input.provisions.map(({ id }) => id),
  );
  const { cited: evidence, faults } = await citeEvidence(tx, claimId, input);
  const miss = (pointer: string, message: string) => faults.push({ in: 'body', pointer, message });
  if (input.veracity !== undefined && !scale?.ratings.some(({ slug }) => slug === input.veracity)) {
    miss('/findings/veracity', 'is not a rating of the current scale');
  }
  const cited = input.provisions.map(({ id, direction = null, ...act }, index): Citation => {
    const provisionId = provisions.get(id);
    if (provisionId === undefined) miss(`/provisions/${String(index)}/id`, 'is no provision');
    return { provisionId: provisionId ?? '', ...act, direction };
  });
  if (faults.length > 0 || !scale) {
    throw new Failure('unprocessable', 'The verdict refers to things that are not there.', {
      code: 'unknown_reference',
      faults,
    });
  }
  return { scale: scale.version, evidence, provisions: cited };
}
