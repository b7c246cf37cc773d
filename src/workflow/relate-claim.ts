/** PURE: says how a claim relates to another, or takes that back. It belongs to the history of both. */
import type { Actor } from '../domain/access/rules.js';
import { notThere, unknownReference, unknownRefusal, type Refusal } from '../domain/problem/refusal.js';
import { refuseFullClaim } from '../domain/claim/limits.js';
import { contests } from '../domain/claim/relation.js';
import { toSeal } from '../domain/event/sealed-data.js';
import { addEvents, begin, setDocket, setOther, type Change, type Decision } from './change.js';
import { findConflicts } from './find-conflicts.js';
import { reconsiderOther } from './reconsider-contested.js';
import type { Docket, OtherClaim, Relation } from './docket.js';
import { otherNamed, publishedVerdict } from './docket-facts.js';
import { refuseWriting, refuseWritingOnOther } from './refuse-writing.js';

interface NewRelation {
  id: string;
  type: string;
  /** id or ref of the claim it points at. */
  to: string;
  note: string | null;
}

export function relateClaim(docket: Docket, { id, type, to, note }: NewRelation, actor: Actor): Decision {
  const { claim, relations } = docket;
  if (to === claim.id || to === claim.ref) {
    const why = 'A claim has no relation to itself.';
    const faults = [{ pointer: '/to', message: 'is the claim itself' }];
    return { kind: 'unprocessable', code: 'related_to_itself', why, faults };
  }
  const other = otherNamed(docket, to);
  if (!other) return unknownReference(notThere('/to', 'claim', to));
  if (relations.some((one) => one.outgoing && one.type === type && one.otherId === other.id)) {
    return { kind: 'conflict', code: 'related_already', why: 'This relation stands already.' };
  }
  const refusal =
    refuseFullClaim('relations', claim.ref, docket.counts?.relations ?? 0) ??
    refuseFullClaim('relations', other.ref, other.relationCount ?? 0) ??
    refuseWritingOnEither(docket, other, 'claim.related', actor);
  if (refusal) return refusal;
  const relation = { id, type, outgoing: true, otherId: other.id, note };
  const related = setDocket(begin(docket), { relations: [...relations, relation] });
  const contester = {
    relationId: id,
    id: claim.id,
    status: claim.status,
    test: claim.test ?? false,
    polarity: publishedVerdict(docket)?.rating.polarity ?? null,
  };
  const contesters = contests(relation.type) ? [...other.contesters, contester] : other.contesters;
  const entered = addToBoth(setOther(related, other.id, { contesters }), 'claim.related', relation, actor);
  return addClash(entered, relation, actor);
}

export function unrelateClaim(docket: Docket, relationId: string, actor: Actor): Decision {
  const relation = docket.relations.find(({ id, outgoing }) => id === relationId && outgoing);
  const other = docket.others.find(({ id }) => id === relation?.otherId);
  if (!relation || !other) return unknownRefusal('relation', relationId);
  const refusal = refuseWritingOnEither(docket, other, 'claim.unrelated', actor);
  if (refusal) return refusal;
  const relations = docket.relations.filter((one) => one !== relation);
  const contesters = other.contesters.filter((one) => one.relationId !== relationId);
  const unrelated = setOther(setDocket(begin(docket), { relations }), other.id, { contesters });
  return addToBoth(unrelated, 'claim.unrelated', relation, actor);
}

/** Both were approved without it: the editors learn that two ratings in public cannot both stand. */
function addClash(change: Change, relation: Relation, actor: Actor): Change {
  const { docket } = change;
  const rating = publishedVerdict(docket)?.rating;
  if (!rating) return change;
  const others = docket.others.map((other) => ({
    ...other,
    ratings: other.ratings.filter(({ status }) => status === 'published'),
  }));
  const [clash] = findConflicts({ ...docket, others, relations: [relation] }, rating);
  if (!clash) return change;
  const { claim, relation: named, theirs } = clash;
  return addEvents(change, actor, {
    type: 'claim.clash_arose',
    subject: { type: 'claim', id: docket.claim.id },
    claimId: docket.claim.id,
    data: { relation: named, claim, rating: rating.slug, theirs },
  });
}

/** It is an ingredient of both claims. */
const refuseWritingOnEither = (
  docket: Docket,
  other: OtherClaim,
  type: 'claim.related' | 'claim.unrelated',
  actor: Actor,
): Refusal | undefined =>
  refuseWriting(docket, { type }, actor) ?? refuseWritingOnOther(docket, other, { type }, actor);

/** It may make its target contested, or end that. */
function addToBoth(
  change: Change,
  type: 'claim.related' | 'claim.unrelated',
  relation: Relation,
  actor: Actor,
): Change {
  const { id: from } = change.docket.claim;
  const { id, otherId: to, note = null } = relation;
  const related = addEvents(
    change,
    actor,
    ...[from, to].map((claimId) => ({
      type,
      subject: { type: 'claim' as const, id: claimId },
      claimId,
      data: {
        relation: id,
        type: relation.type,
        from,
        to,
        ...(note && { note: toSeal('relation_note', id, note) }),
      },
    })),
  );
  return contests(relation.type) ? reconsiderOther(related, to) : related;
}
