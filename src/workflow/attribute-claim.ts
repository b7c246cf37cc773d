/** PURE: sets the chain of a claim anew: the article at the root, below it whom it heard it from. */
import type { Actor } from '../domain/access/rules.js';
import type { NewLink } from '../domain/claim/new-claim.js';
import { addRows, begin, happened, type Decision } from './change.js';
import { attributedEvent, chainRows, refuseUnknownSources } from './chain-rows.js';
import { namesOf, type Docket } from './docket.js';
import { byIdAndRef, sourcesIn } from './named.js';

export const whatAttributingAsks = (links: readonly NewLink[]) => ({ named: { sources: sourcesIn(links) } });

export function attributeClaim(
  docket: Docket,
  links: readonly NewLink[],
  newId: () => string,
  actor: Actor,
): Decision {
  const { outlet, sources: found } = namesOf(docket);
  const sources = byIdAndRef(found);
  const unknown = refuseUnknownSources(links, sources);
  if (unknown) return unknown;
  const { id: claim } = docket.claim;
  const attributions = chainRows({ claim, outlet, links, sources, newId });
  return happened(addRows(begin(docket), { attributions }), actor, {
    ...attributedEvent(links),
    subject: { type: 'claim', id: claim },
  });
}
