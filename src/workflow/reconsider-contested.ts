/** PURE: whether claims are contested, looked at again where that may have changed. */
import { system } from '../domain/access/rules.js';
import { contesting, isContested } from '../domain/claim/contest.js';
import { happened, setOther, type Change } from './change.js';
import { publishedVerdict } from './docket-facts.js';

/** Each claim that this one contests: its own verdict may have answered, or re-opened, the question. */
export function reconsiderContested(change: Change): Change {
  const targets = change.docket.relations.filter(
    ({ type, outgoing }) => outgoing && (contesting as readonly string[]).includes(type),
  );
  return [...new Set(targets.map(({ otherId }) => otherId))].reduce(reconsiderOther, change);
}

export function reconsiderOther(change: Change, otherId: string): Change {
  const { docket } = change;
  const { id, status } = docket.claim;
  const other = docket.others.find((one) => one.id === otherId);
  if (!other) return change;
  const polarity = publishedVerdict(docket)?.rating.polarity ?? null;
  const contesters = other.contesters.map((one) => (one.id === id ? { ...one, status, polarity } : one));
  const contested = isContested(contesters);
  const known = setOther(change, otherId, { contesters, contested });
  if (contested === other.contested) return known;
  return happened(known, system, {
    type: contested ? 'claim.became_contested' : 'claim.ceased_contested',
    subject: { type: 'claim', id: otherId },
    claimId: otherId,
  });
}
