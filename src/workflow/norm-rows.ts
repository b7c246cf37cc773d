/** PURE: the norms a claim touches as rows. */
import { Failure } from '../platform/errors.js';
import type { NewNorm } from '../domain/claim/new-claim.js';
import type { NamedInstrument, NamedProvision } from './named.repository.js';

/** A row of `claim_provisions`. */
export interface NormRow {
  id: string;
  claim: string;
  instrument: string;
  provision: string | null;
  note: string | null;
}

/** A norm that is there, and how it is called. */
export interface FoundNorm {
  ref: string;
  instrument: NamedInstrument;
  provision: NamedProvision | null;
  note: string | null;
}

interface Norms {
  provisions: ReadonlyMap<string, NamedProvision>;
  instruments: ReadonlyMap<string, NamedInstrument>;
}

/** The norms in the order given, or why they cannot be linked; `pointer` is where in the body each was named. */
export function findNorms(
  norms: readonly NewNorm[],
  named: Norms,
  pointer: (index: number) => string,
): FoundNorm[] | Failure {
  const found: FoundNorm[] = [];
  const linked = new Set<string>();
  for (const [index, norm] of norms.entries()) {
    const one = findNorm(norm, named);
    if (!one) return unknownNorm(norm, pointer(index));
    const key = `${one.instrument.id} ${one.provision?.id ?? ''}`;
    if (linked.has(key)) return linkedAlready();
    linked.add(key);
    found.push(one);
  }
  return found;
}

function findNorm({ provision, instrument, note }: NewNorm, named: Norms): FoundNorm | undefined {
  if (provision !== undefined) {
    const found = named.provisions.get(provision);
    return found && { ref: found.ref, instrument: found.instrument, provision: found, note: note ?? null };
  }
  const found = named.instruments.get(instrument ?? '');
  return found && { ref: found.ref, instrument: found, provision: null, note: note ?? null };
}

export const normRow = (claim: string, { instrument, provision, note }: FoundNorm, id: string): NormRow => ({
  id,
  claim,
  instrument: instrument.id,
  provision: provision?.id ?? null,
  note,
});

export const linkedAlready = (): Failure =>
  new Failure('conflict', 'The claim is linked to this norm already.', { code: 'linked_already' });

function unknownNorm({ provision, instrument = '' }: NewNorm, pointer: string): Failure {
  const what = provision === undefined ? 'instrument' : 'provision';
  const message = `there is no ${what} "${provision ?? instrument}"`;
  return new Failure('unprocessable', `There is no ${what} "${provision ?? instrument}".`, {
    code: `unknown_${what}`,
    faults: [{ in: 'body', pointer: `${pointer}/${what}`, message }],
  });
}
