/** PURE: changes what is noted about a claim; its quote stays. */
import { isSystem, type Actor, type Refusal } from '../domain/access/rules.js';
import { refuseSide } from '../domain/task/side.js';
import { begin, happened, setClaim, type Decision } from './change.js';
import type { Description, Docket, DocketClaim } from './docket.js';
import { prioritizeTasks } from './prioritize.js';

type Noted = {
  [Field in keyof Description | 'kind' | 'secondaryKinds' | 'language' | 'topics' | 'priority']?:
    DocketClaim[Field] | undefined;
};

/** It would leave the public, or come there, without an approval. */
const publishedAlready: Refusal = {
  kind: 'conflict',
  code: 'published_already',
  why: 'Whether a claim was made to try something out cannot change once a verdict on it was published.',
};

export function describeClaim(docket: Docket, { foldedGlosses, ...noted }: Noted, actor: Actor): Decision {
  if (noted.test !== undefined && docket.lastRevision > 0) return publishedAlready;
  const refusal =
    noted.glosses && !isSystem(actor) ? refuseSide(docket, actor.personId, 'writing') : undefined;
  if (refusal) return refusal;
  const given = Object.fromEntries(Object.entries(noted).filter(([, value]) => value !== undefined));
  const set = { ...given, ...(foldedGlosses !== undefined && { foldedGlosses }) };
  const described = setClaim(begin(docket), set);
  const { priority } = noted;
  const prioritized = priority ? prioritizeTasks(described, { priority }, actor) : described;
  return happened(prioritized, actor, {
    type: 'claim.changed',
    subject: { type: 'claim', id: docket.claim.id },
    data: given,
  });
}
