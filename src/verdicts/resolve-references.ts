import type { Tx } from '../db/client.js';
import { Failure, type Fault } from '../errors.js';
import { findEvidence, findProvisions, readScale, type Citation } from './verdict.repository.js';
import type { VerdictInput } from './verdict.schema.js';

type References = Pick<VerdictInput, 'evidence' | 'provisions'> & { veracity?: string | undefined };

/** Everything a verdict refers to, looked up; throws with every name that stands for nothing. */
export async function resolveReferences(tx: Tx, claimId: string, input: References) {
  const scale = await readScale(tx);
  const evidence = await findEvidence(tx, claimId, input.evidence);
  const provisions = await findProvisions(
    tx,
    input.provisions.map(({ id }) => id),
  );
  const faults: Fault[] = [];
  const miss = (pointer: string, message: string) => faults.push({ in: 'body', pointer, message });
  if (input.veracity !== undefined && !scale?.ratings.some(({ slug }) => slug === input.veracity)) {
    miss('/findings/veracity', 'is not a rating of the current scale');
  }
  for (const [index, id] of input.evidence.entries()) {
    if (!evidence.has(id)) miss(`/evidence/${String(index)}`, 'is not evidence of this claim');
    if (input.evidence.indexOf(id) !== index) miss(`/evidence/${String(index)}`, 'is cited twice');
  }
  const cited = input.provisions.map(({ id, direction = null, ...act }, index): Citation => {
    const provisionId = provisions.get(id);
    if (provisionId === undefined) miss(`/provisions/${String(index)}/id`, 'is no provision');
    return { provisionId: provisionId ?? '', ...act, direction };
  });
  if (faults.length > 0 || !scale) {
    throw new Failure('unprocessable', 'The verdict refers to things that are not there.', {
      code: 'unknown-reference',
      faults,
    });
  }
  return { scale: scale.version, evidence: input.evidence, provisions: cited };
}
