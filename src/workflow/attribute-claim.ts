/** PURE: sets the chain of a claim anew: the article at the root, below it whom it heard it from. */
import type { Actor } from '../domain/access/rules.js';
import type { NewLink } from '../domain/claim/new-claim.js';
import { sealedAlready } from '../domain/event/sealed-data.js';
import { addRows, begin, addEvents, type Decision } from './change.js';
import { attributedEvent, attributionRows, refuseUnknownSources } from './attribution-rows.js';
import type { Docket } from './docket.js';
import { namesOf } from './docket-facts.js';
import { sourcesByName, sourcesIn } from './named.js';
import { renewLease } from './renew-lease.js';
import { refuseChangeOfRelated, refuseWriting } from './refuse-writing.js';

export const docketForAttribution = (links: readonly NewLink[]) => ({
  related: true,
  named: { sources: sourcesIn(links) },
});

export function attributeClaim(
  docket: Docket,
  links: readonly NewLink[],
  newId: () => string,
  actor: Actor,
): Decision {
  const { outlet, sources: found, attributions: before } = namesOf(docket);
  const sources = sourcesByName(found);
  const unknown = refuseUnknownSources(links, sources);
  if (unknown) return unknown;
  const { id: claim } = docket.claim;
  const attributions = attributionRows({ claim, outlet, links, sources, newId });
  const { type, data } = attributedEvent(links, attributions);
  const was = before.map(({ note, ...link }) => ({
    ...link,
    ...(note && { note: sealedAlready('link_note', note) }),
  }));
  // Related claims name who says this one.
  const refusal = refuseWriting(docket, { type, data }, actor) ?? refuseChangeOfRelated(docket, actor);
  if (refusal) return refusal;
  const attributed = addEvents(addRows(begin(docket), { attributions }), actor, {
    type,
    subject: { type: 'claim', id: claim },
    data: { ...data, was: { attributions: was } },
  });
  return renewLease(attributed, actor);
}
