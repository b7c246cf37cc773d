/** PURE: says that a claim touches a norm. */
import type { Actor } from '../domain/access/rules.js';
import type { NewNorm } from '../domain/claim/new-claim.js';
import { addRows, begin, addEvents, type Decision } from './change.js';
import type { Docket } from './docket.js';
import { namesOf } from './docket-facts.js';
import { byIdAndRef } from './named.js';
import { renewLease } from './renew-lease.js';
import { findNorms, linkedEvent, normRow } from './norm-rows.js';

export const docketForLink = ({ provision, instrument }: NewNorm) => ({
  named: provision === undefined ? { instruments: [instrument ?? ''] } : { provisions: [provision] },
});

export function linkProvision(docket: Docket, norm: NewNorm, id: string, actor: Actor): Decision {
  const { provisions, instruments, norms } = namesOf(docket);
  const named = { provisions: byIdAndRef(provisions), instruments: byIdAndRef(instruments) };
  const found = findNorms([norm], named, () => '', norms);
  if ('why' in found) return found;
  const { id: claim } = docket.claim;
  const linked = addRows(begin(docket), { norms: found.map((one) => normRow(claim, one, id)) });
  const events = found.map((one) => ({
    ...linkedEvent(one, normRow(claim, one, id)),
    subject: { type: 'claim' as const, id: claim },
  }));
  return renewLease(addEvents(linked, actor, ...events), actor);
}
