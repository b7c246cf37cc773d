import type { Tx } from '../platform/db/client.js';
import type { Fault } from '../platform/errors.js';
import { findCaptures, findEvidence } from './cited-evidence.repository.js';
import type { Cited } from './verdict.repository.js';

interface Citing {
  evidence: string[];
  /** Captures that are meant where it is not the last one. */
  captures?: string[] | undefined;
  /** What is cited already: it keeps the capture it was read in. */
  before?: readonly Cited[];
}

/** Each piece of evidence with the capture it is cited in, and all that is wrong with what was given. */
export async function citeEvidence(
  tx: Tx,
  claimId: string,
  { evidence, captures = [], before = [] }: Citing,
): Promise<{ cited: Cited[]; faults: Fault[] }> {
  const known = await findEvidence(tx, claimId, evidence);
  const meant = captures.length > 0 ? await findCaptures(tx, claimId, captures) : new Map<string, string>();
  const faults: Fault[] = [];
  const miss = (pointer: string, message: string) => faults.push({ in: 'body', pointer, message });
  for (const [index, id] of evidence.entries()) {
    if (!known.has(id)) miss(`/evidence/${String(index)}`, 'is not evidence of this claim');
    if (evidence.indexOf(id) !== index) miss(`/evidence/${String(index)}`, 'is cited twice');
  }
  const chosen = new Map<string, string>();
  for (const [index, id] of captures.entries()) {
    const of = meant.get(id);
    if (of === undefined || !evidence.includes(of)) {
      miss(`/captures/${String(index)}`, 'is not a capture of the evidence that is cited');
    } else if (chosen.has(of)) miss(`/captures/${String(index)}`, 'is a second capture of the same evidence');
    else chosen.set(of, id);
  }
  const kept = new Map(before.map(({ evidenceId, captureId }) => [evidenceId, captureId]));
  const cited = evidence.map((evidenceId) => ({
    evidenceId,
    captureId: chosen.get(evidenceId) ?? kept.get(evidenceId) ?? known.get(evidenceId) ?? null,
  }));
  return { cited, faults };
}
