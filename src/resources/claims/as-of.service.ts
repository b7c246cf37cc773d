import type { z } from 'zod';
import { may, type Caller } from '../../domain/access/rules.js';
import type { Pool } from '../../platform/db/client.js';
import type { Store } from '../../platform/db/transaction.js';
import { Failure, notFound } from '../../platform/errors.js';
import { isInTheFuture, readEventsUntil } from './as-of.repository.js';
import type { claim, claimState } from './claim-output.schema.js';
import { isUnderCorrection } from '../../domain/claim/under-correction.js';
import { findClaim } from '../../workflow/find-claim.js';
import { readClaim } from './claim.queries.js';
import { tagOf, viewClaim } from './claim.view.js';
import { replayClaim, type ReplayedState } from '../../domain/claim/replay.js';

type ClaimState = z.input<typeof claimState>;

export type AsOfService = ReturnType<typeof createAsOfService>;

type ClaimDocument = z.output<typeof claim>;

/** Claims as they were at a moment in the past, replayed from their events. */
export function createAsOfService({ store: { db }, pool }: { store: Pick<Store, 'db'>; pool: Pool }) {
  /** The claim's state then; throws where it was not there yet, or where the moment is still to come. */
  const replay = async (idOrRef: string, asOf: string) => {
    if (await isInTheFuture(pool, asOf)) {
      throw new Failure('unprocessable', 'What a claim will be is not known: `asOf` lies in the future.', {
        code: 'as_of_future',
        faults: [{ in: 'query', pointer: 'asOf', message: 'lies in the future' }],
      });
    }
    const { id, ref } = await findClaim(db, idOrRef);
    const state = replayClaim((await readEventsUntil(pool, { ids: [id] }, asOf)).get(ref) ?? []);
    if (!state) throw notFound('claim', idOrRef);
    return { id, ref, state };
  };

  return {
    async readStatus(idOrRef: string, asOf: string) {
      const { id, ref, state } = await replay(idOrRef, asOf);
      return { state: { id, ref, ...viewState(state) } satisfies ClaimState, tag: [state.version] };
    },

    /** The claim with its state, its published verdicts and what was tied to it then; the rest is of today. */
    async readClaim(idOrRef: string, asOf: string, caller: Caller) {
      const { id, state } = await replay(idOrRef, asOf);
      const forDesk = may(caller.role, 'read_desk');
      const row = await readClaim(pool, id, forDesk);
      if (!row) throw notFound('claim', idOrRef);
      const { tasks: _, ...today } = JSON.parse(viewClaim(row)) as ClaimDocument;
      const relations = today.relations.filter((relation) => state.relations.includes(relation.id));
      const others = await readEventsUntil(
        pool,
        { refs: relations.map((relation) => relation.claim.ref) },
        asOf,
      );
      const past: ClaimDocument = {
        ...today,
        ...viewState(state),
        relations: relations.map((relation) => ({
          ...relation,
          claim: { ...relation.claim, ...pastEdge(replayClaim(others.get(relation.claim.ref) ?? [])) },
        })),
        evidence: today.evidence.filter((item) => state.evidence.includes(item.id)),
        contacts: today.contacts.filter((contact) => state.contacts.includes(contact.id)),
        verdicts: verdictsThen(today.verdicts, state),
        recheckDue: false,
      };
      return { text: JSON.stringify(past), tag: [...tagOf(row, forDesk), asOf] };
    },
  };
}

const viewState = ({
  status,
  rating,
  revision,
  contested,
  mergedInto,
  version,
  updatedAt,
}: ReplayedState) => ({
  status,
  rating,
  revision,
  contested,
  underCorrection: isUnderCorrection({ status, revision }),
  mergedInto,
  version,
  updatedAt: updatedAt.toISOString(),
});

const pastEdge = (state: ReplayedState | undefined) =>
  state ? { status: state.status, rating: state.rating } : {};

/** A revision is superseded or retracted once and for good: whatever it is now, it was so since it ceased to stand. */
const verdictsThen = (verdicts: ClaimDocument['verdicts'], state: ReplayedState) =>
  verdicts
    .filter(({ id }) => state.published.includes(id))
    .map((verdict) => ({
      ...verdict,
      status: verdict.revision === state.revision ? 'published' : verdict.status,
    }));
