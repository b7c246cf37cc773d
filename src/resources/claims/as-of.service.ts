import type { z } from 'zod';
import { may, type Caller } from '../../domain/access/rules.js';
import type { Pool } from '../../platform/db/client.js';
import type { Store } from '../../platform/db/transaction.js';
import { Failure, notFound } from '../../platform/errors.js';
import { digestOf } from '../../platform/http/conditional.js';
import { isInTheFuture, readEventsUntil, readNamedSources, readWords } from './as-of.repository.js';
import type { claim, claimState } from './claim-output.schema.js';
import { endedStatus } from '../../domain/claim/lifecycle.js';
import { isUnderCorrection } from '../../domain/claim/under-correction.js';
import { findClaim } from '../../workflow/find-claim.js';
import { readClaim } from './claim.queries.js';
import { viewChain, viewClaim } from './claim.view.js';
import { describedAsOf, linkAsOf, sealsOf } from '../../domain/claim/description-as-of.js';
import { claimAsOf, type ClaimAsOf } from '../../domain/claim/claim-as-of.js';
import { replay } from '../../domain/replay/apply.js';

type ClaimState = z.input<typeof claimState>;

export type AsOfService = ReturnType<typeof createAsOfService>;

type ClaimDocument = z.output<typeof claim>;

/** Claims as they were at a moment in the past: a prefix of their events, replayed as `isnad verify` replays all of them. */
export function createAsOfService({ store: { db }, pool }: { store: Pick<Store, 'db'>; pool: Pool }) {
  /** The claim's state then; throws where it was not there yet, or where the moment is still to come. */
  const find = async (idOrRef: string, asOf: string) => {
    if (await isInTheFuture(pool, asOf)) {
      throw new Failure('unprocessable', 'What a claim will be is not known: `asOf` lies in the future.', {
        code: 'as_of_future',
        faults: [{ in: 'query', pointer: 'asOf', message: 'lies in the future' }],
      });
    }
    const { id, ref } = await findClaim(db, idOrRef);
    const state = (await readStates([id], asOf)).get(id);
    if (!state) throw notFound('claim', idOrRef);
    return { id, ref, state: { ...state, mergedInto: await targetAsOf(state.mergedInto, asOf) } };
  };

  /** The claim that one was merged into, as it was then. */
  const targetAsOf = async (id: string | null, asOf: string): Promise<StateAsOf['mergedInto']> => {
    const target =
      id === null ? null : await db.claim.findUnique({ where: { id }, select: { id: true, ref: true } });
    if (!target) return null;
    const { status } = (await readStates([target.id], asOf)).get(target.id) ?? {};
    return { ...target, ended: status === undefined ? null : endedStatus(status) };
  };

  /** By id; those that were not there yet are left out. */
  const readStates = async (ids: readonly string[], asOf: string): Promise<Map<string, ClaimAsOf>> => {
    const states = new Map<string, ClaimAsOf>();
    for (const [id, events] of await readEventsUntil(pool, ids, asOf)) {
      const state = claimAsOf(replay(events), id);
      if (state) states.set(id, state);
    }
    return states;
  };

  const readChain = async (
    { links }: StateAsOf,
    words: Readonly<Record<string, unknown>>,
    forDesk: boolean,
  ) => {
    const ids = links.flatMap(({ source_id: source }) => (typeof source === 'string' ? [source] : []));
    const sources = await readNamedSources(pool, ids);
    return viewChain(
      links.map((link) => ({
        id: String(link['id']),
        parentId: typeof link['parent_id'] === 'string' ? link['parent_id'] : null,
        position: Number(link['position']),
        shown: { source: sources.get(String(link['source_id'])) ?? null, ...linkAsOf(link, words, forDesk) },
      })),
    );
  };

  return {
    async readStatus(idOrRef: string, asOf: string) {
      const { id, ref, state } = await find(idOrRef, asOf);
      const shown = { id, ref, ...viewState(state) } satisfies ClaimState;
      return { state: shown, tag: [state.version, digestOf(JSON.stringify(shown))] };
    },

    /** The claim with its state, how it was described, its chain, its published verdicts and what was tied to it then; the rest is of today. */
    async readClaim(idOrRef: string, asOf: string, caller: Caller) {
      const { id, state } = await find(idOrRef, asOf);
      const forDesk = may(caller.role, 'read_desk');
      const row = await readClaim(pool, id, forDesk);
      if (!row) throw notFound('claim', idOrRef);
      const { tasks: _, ...today } = JSON.parse(viewClaim(row)) as ClaimDocument;
      const others = await readStates(
        today.relations.map((relation) => relation.claim.id),
        asOf,
      );
      // The chain of the claim that it goes out from tells of a relation.
      const relations = today.relations.filter((relation) =>
        (relation.direction === 'out' ? state : others.get(relation.claim.id))?.relations.includes(
          relation.id,
        ),
      );
      const words = await readWords(pool, [state.row, ...state.links].flatMap(sealsOf));
      const document: ClaimDocument = {
        ...today,
        ...describedAsOf(state.row, words, forDesk),
        chain: (await readChain(state, words, forDesk)) as ClaimDocument['chain'],
        provisions: today.provisions.filter(({ id: norm }) => state.provisions.includes(norm)),
        ...viewState(state),
        relations: relations.map((relation) => ({
          ...relation,
          claim: { ...relation.claim, ...edgeAsOf(others.get(relation.claim.id)) },
        })),
        evidence: today.evidence.filter((item) => state.evidence.includes(item.id)),
        contacts: contactsAsOf(today.contacts, state),
        verdicts: verdictsAsOf(today.verdicts, state),
        recheckDue: false,
      };
      const text = JSON.stringify(document);
      return { text, version: row.version };
    },
  };
}

/** Those of today that were recorded by then; the desk sees how they stood. */
const contactsAsOf = (
  today: ClaimDocument['contacts'],
  { contacts }: Pick<ClaimAsOf, 'contacts'>,
): ClaimDocument['contacts'] =>
  contacts.flatMap(({ id, status }) =>
    today.filter((one) => one.id === id).map((one) => ({ ...one, ...(one.status && { status }) })),
  );

type StateAsOf = Omit<ClaimAsOf, 'mergedInto'> & Pick<ClaimState, 'mergedInto'>;

const viewState = ({ status, rating, revision, contested, mergedInto, version, updatedAt }: StateAsOf) => ({
  status,
  rating,
  revision,
  contested,
  underCorrection: isUnderCorrection({ status, revision }),
  mergedInto,
  version,
  updatedAt,
});

const edgeAsOf = (state: ClaimAsOf | undefined) =>
  state ? { status: state.status, rating: state.rating } : {};

/** A revision is superseded or retracted once and for good: whatever it is now, it was so since it ceased to stand. */
const verdictsAsOf = (verdicts: ClaimDocument['verdicts'], state: StateAsOf) =>
  verdicts
    .filter(({ id }) => state.published.includes(id))
    .map((verdict) => ({
      ...verdict,
      status: verdict.revision === state.revision ? 'published' : verdict.status,
    }));
