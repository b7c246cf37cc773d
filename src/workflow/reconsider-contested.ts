/** PURE: whether claims are contested, looked at again where that may have changed. */
import { system } from '../domain/access/rules.js';
import { isContested } from '../domain/claim/contest.js';
import { contests } from '../domain/claim/relation.js';
import { addEvents, setClaim, setOther, type Change } from './change.js';
import { publishedVerdict } from './docket-facts.js';

/** Each claim that this one contests: its own verdict may have answered, or re-opened, the question. */
export function reconsiderContested(change: Change): Change {
  const targets = change.docket.relations.filter(({ type, outgoing }) => outgoing && contests(type));
  return [...new Set(targets.map(({ otherId }) => otherId))].reduce(reconsiderOther, change);
}

export function reconsiderOther(change: Change, otherId: string): Change {
  const { docket } = change;
  const { id, status, test = false } = docket.claim;
  const other = docket.others.find((one) => one.id === otherId);
  if (!other) return change;
  const polarity = publishedVerdict(docket)?.rating.polarity ?? null;
  const contesters = other.contesters.map((one) =>
    one.id === id ? { ...one, status, polarity, test } : one,
  );
  const contested = isContested(contesters, other);
  const known = setOther(change, otherId, { contesters, contested });
  if (contested === other.contested) return known;
  return addContestedEvent(known, otherId, contested);
}

/** The claim itself, with all that it has relations with: by whom it is contested may depend on what it is. */
export function reconsiderOwn(change: Change): Change {
  const { claim, relations, others } = change.docket;
  const from = relations.filter(({ type, outgoing }) => !outgoing && contests(type));
  const contesters = others
    .filter(({ id }) => from.some(({ otherId }) => otherId === id))
    .map(({ status, test = false, ratings }) => ({
      status,
      test,
      polarity: ratings.find((one) => one.status === 'published')?.polarity ?? null,
    }));
  const contested = isContested(contesters, claim);
  if (contested === claim.contested) return change;
  return addContestedEvent(setClaim(change, { contested }), claim.id, contested);
}

const addContestedEvent = (change: Change, claimId: string, contested: boolean): Change =>
  addEvents(change, system, {
    type: contested ? 'claim.became_contested' : 'claim.ceased_contested',
    subject: { type: 'claim', id: claimId },
    claimId,
  });
