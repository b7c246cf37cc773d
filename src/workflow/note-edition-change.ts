/** PURE: says that what would be published of a verdict is no longer what somebody was given to read. */
import { system } from '../domain/access/rules.js';
import { compareEditions } from '../domain/edition/compare-editions.js';
import { parseSealed } from '../domain/edition/seal-edition.js';
import type { NewSalt } from '../domain/text/seal.js';
import { begin, addEvents, type Change } from './change.js';
import type { Docket } from './docket.js';
import { sealProposed } from './propose-edition.js';

/** Done twice it says nothing more, and nothing where nobody has read it yet. */
export function noteEditionChange(docket: Docket, verdict: string, newSalt: NewSalt): Change {
  const change = begin(docket);
  const { edition: proposal } = docket;
  if (proposal?.ingredients.verdict.id !== verdict || proposal.lastAnnounced === null) return change;
  const edition = sealProposed(proposal, newSalt);
  const before = proposal.read[proposal.lastAnnounced];
  if (before === undefined) return change;
  if (edition.digest === proposal.lastAnnounced)
    return { ...change, proposed: { ...edition, announced: false } };
  const changed = compareEditions(parseSealed(before), parseSealed(edition.document));
  return addEvents({ ...change, proposed: { ...edition, announced: true } }, system, {
    type: 'edition.changed',
    subject: { type: 'verdict', id: verdict },
    data: { edition: edition.digest, was: { edition: proposal.lastAnnounced }, changed },
  });
}
