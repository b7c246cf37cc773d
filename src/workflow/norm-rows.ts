/** PURE: the norms a claim touches as rows. */
import { notThere, unknownReference, type Fault, type Refusal } from '../domain/problem/refusal.js';
import { toSeal } from '../domain/event/sealed-data.js';
import type { NewNorm } from '../domain/claim/new-claim.js';
import type { NamedInstrument, NamedProvision } from './named.js';

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

/** The norms in the order given, or why they cannot be linked; `pointer` says where each was named. */
export function findNorms(
  norms: readonly NewNorm[],
  named: Norms,
  pointer: (index: number) => string,
  before: readonly { instrument: string; provision: string | null }[] = [],
): FoundNorm[] | Refusal {
  const found: FoundNorm[] = [];
  const linked = new Set(before.map(keyOf));
  const unknown: Fault[] = [];
  let repeated: Refusal | undefined;
  for (const [index, norm] of norms.entries()) {
    const one = findNorm(norm, named);
    if (!one) {
      unknown.push(unknownNorm(norm, pointer(index)));
      continue;
    }
    const key = keyOf({ instrument: one.instrument.id, provision: one.provision?.id ?? null });
    if (linked.has(key)) repeated = linkedAlready;
    linked.add(key);
    found.push(one);
  }
  return unknown.length > 0 ? unknownReference(...unknown) : (repeated ?? found);
}

const keyOf = ({ instrument, provision }: Pick<NormRow, 'instrument' | 'provision'>): string =>
  `${instrument} ${provision ?? ''}`;

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

export const linkedEvent = ({ ref }: FoundNorm, { claim: _, note, ...row }: NormRow) => ({
  type: 'claim.provision_linked' as const,
  data: { norm: ref, ...row, ...(note !== null && { note: toSeal('norm_note', row.id, note) }) },
});

const linkedAlready: Refusal = {
  kind: 'conflict',
  code: 'linked_already',
  why: 'The claim is linked to this norm already.',
};

function unknownNorm({ provision, instrument = '' }: NewNorm, pointer: string): Fault {
  const what = provision === undefined ? 'instrument' : 'provision';
  return notThere(`${pointer}/${what}`, what, provision ?? instrument);
}
