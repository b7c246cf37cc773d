/** PURE: changes what is noted about a claim; its quote stays. */
import type { Actor } from '../domain/access/rules.js';
import { begin, happened, setClaim, type Change } from './change.js';
import type { Description, Docket, DocketClaim } from './docket.js';
import { prioritizeTasks } from './prioritize.js';

type Noted = {
  [Field in keyof Description | 'kind' | 'secondaryKinds' | 'language' | 'topics' | 'priority']?:
    DocketClaim[Field] | undefined;
};

export function describeClaim(docket: Docket, { foldedGlosses, ...noted }: Noted, actor: Actor): Change {
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
