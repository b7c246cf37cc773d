/** PURE: changes what is noted about a claim; its quote stays. */
import type { Actor } from '../domain/access/rules.js';
import { refusalOf } from '../domain/problem/refusal.js';
import { keptOfGlosses } from '../domain/text/fold-glosses.js';
import { sealedAlready, toSeal } from '../domain/event/sealed-data.js';
import { begin, addEvents, setClaim, type Decision } from './change.js';
import type { DocketQuery, Description, Docket, DocketClaim } from './docket.js';
import { describedNow } from './docket-facts.js';
import { reconsiderContested, reconsiderOwn } from './reconsider-contested.js';
import { renewLease } from './renew-lease.js';
import { refuseChangeOfRelated, refuseWriting } from './refuse-writing.js';

type Noted = {
  [Field in keyof Description | 'kind' | 'secondaryKinds' | 'topics']?: DocketClaim[Field] | undefined;
};

/** Setting `test` would publish or withdraw the claim without an approval. */
const publishedAlready = refusalOf('conflict', 'published_already');

/** Whether it only tries something out counts for those it has relations with. */
export const docketForDescription = (claim: string, { test }: Noted): DocketQuery & { claim: string } => ({
  claim,
  described: true,
  related: test !== undefined,
});

/** Whoever sends back what they have read changes nothing by it. */
function withoutSameTest(docket: Docket, { test, ...noted }: Noted): Noted {
  return { ...noted, ...(test !== describedNow(docket).test && { test }) };
}

export function describeClaim(docket: Docket, asked: Noted, actor: Actor): Decision {
  const noted = withoutSameTest(docket, asked);
  if (noted.test !== undefined && docket.lastRevision > 0) return publishedAlready;
  const given = Object.fromEntries(Object.entries(noted).filter(([, value]) => value !== undefined));
  if (Object.keys(given).length === 0) return renewLease(begin(docket), actor);
  const refusal =
    refuseWriting(docket, { type: 'claim.changed', data: given }, actor) ??
    (noted.test === undefined ? undefined : refuseChangeOfRelated(docket, actor));
  if (refusal) return refusal;
  const set = { ...given, ...(noted.glosses && keptOfGlosses(noted.glosses)) };
  const described = setClaim(begin(docket), set);
  const changed = addEvents(described, actor, {
    type: 'claim.changed',
    subject: { type: 'claim', id: docket.claim.id },
    data: { ...sealed(given, docket.claim.id), was: before(docket, Object.keys(given)) },
  });
  const considered = noted.test === undefined ? changed : reconsiderContested(reconsiderOwn(changed));
  return renewLease(considered, actor);
}

const sealed = (
  { glosses, modality, dateBasis, worthiness, fidelityNote, leads, ...given }: Noted,
  claim: string,
) => ({
  ...given,
  ...(glosses !== undefined && { glosses: toSeal('glosses', claim, glosses) }),
  ...(modality !== undefined && { modality: toSeal('modality', claim, modality) }),
  ...(dateBasis !== undefined && { dateBasis: toSeal('date_basis', claim, dateBasis) }),
  ...(worthiness !== undefined && { worthiness: toSeal('worthiness', claim, worthiness) }),
  ...(fidelityNote !== undefined && { fidelityNote: toSeal('fidelity_note', claim, fidelityNote) }),
  ...(leads !== undefined && { leads: toSeal('leads', claim, leads) }),
});

/** What stood in these fields. */
function before(docket: Docket, fields: readonly string[]): object {
  const { glosses, modality, dateBasis, worthiness, fidelityNote, leads, ...described } =
    describedNow(docket);
  const known: object = {
    ...docket.claim,
    ...described,
    glosses: sealedAlready('glosses', glosses),
    modality: sealedAlready('modality', modality),
    dateBasis: sealedAlready('date_basis', dateBasis),
    worthiness: sealedAlready('worthiness', worthiness),
    fidelityNote: sealedAlready('fidelity_note', fidelityNote),
    leads: sealedAlready('leads', leads),
  };
  return Object.fromEntries(Object.entries(known).filter(([name]) => fields.includes(name)));
}
