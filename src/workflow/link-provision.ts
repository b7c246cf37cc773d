import type { Tx } from '../platform/db/client.js';
import { Failure } from '../platform/errors.js';
import type { NewEvent } from '../domain/event/types.js';
import { findInstrument, findProvision, insertClaimProvision } from './claim.repository.js';

interface ProvisionInput {
  provision?: string | undefined;
  instrument?: string | undefined;
  note?: string | undefined;
}

/** Says that a claim touches a norm. `pointer` is where in the body the norm was named. To be told as given back. */
export async function linkProvision(
  tx: Tx,
  claimId: string,
  { provision, instrument, note }: ProvisionInput,
  pointer = '',
): Promise<NewEvent> {
  const norm =
    provision === undefined
      ? await wholeInstrument(tx, instrument ?? '', pointer)
      : await paragraph(tx, provision, pointer);
  await insertClaimProvision(tx, { claimId, ...norm.ids, note: note ?? null });
  return {
    type: 'claim.provision_linked',
    subject: { type: 'claim', id: claimId },
    claimId,
    data: { norm: norm.ref },
  };
}

async function paragraph(tx: Tx, idOrRef: string, pointer: string) {
  const found = await findProvision(tx, idOrRef);
  if (!found) throw unknown('provision', idOrRef, pointer);
  return { ref: found.ref, ids: { instrumentId: found.instrumentId, provisionId: found.id } };
}

async function wholeInstrument(tx: Tx, idOrRef: string, pointer: string) {
  const found = await findInstrument(tx, idOrRef);
  if (!found) throw unknown('instrument', idOrRef, pointer);
  return { ref: found.ref, ids: { instrumentId: found.id, provisionId: null } };
}

const unknown = (what: 'provision' | 'instrument', idOrRef: string, pointer: string): Failure =>
  new Failure('unprocessable', `There is no ${what} "${idOrRef}".`, {
    code: `unknown_${what}`,
    faults: [{ in: 'body', pointer: `${pointer}/${what}`, message: `there is no ${what} "${idOrRef}"` }],
  });
