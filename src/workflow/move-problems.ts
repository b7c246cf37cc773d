/** What may stand against a move, by what is moved: for the operations that make it. */
import type { ProblemCode } from '../domain/problem/codes.js';

const byPeople = ['illegal_move', 'system_only', 'editors_only', 'changed_meanwhile'] as const;

export const claimMoveProblems = [
  ...byPeople,
  'not_the_holder',
  'own_decision',
  'nobody_left_to_decide',
  'verdict_under_way',
  'unknown_reference',
  'merge_into_itself',
  'merge_target_gone',
  'merge_target_unpublished',
  'merge_note_missing',
] as const satisfies readonly ProblemCode[];

/** Of whatever makes somebody a party to what is decided on next. */
export const partProblems = [
  'own_decision',
  'nobody_left_to_decide',
] as const satisfies readonly ProblemCode[];

const holding = ['wrong_role', 'own_verdict', 'own_decision', 'nobody_left_to_decide'] as const;

export const taskMoveProblems = [
  ...byPeople,
  ...holding,
  'not_the_holder',
  'unknown_reference',
  'member_inactive',
  'member_away',
  'wip_limit_reached',
  'paused',
  'not_paused',
] as const satisfies readonly ProblemCode[];

export const previewProblems = [
  ...holding,
  'illegal_move',
  'not_the_holder',
  'no_verdict_here',
  'unknown_reference',
  'paused',
] as const satisfies readonly ProblemCode[];

export const submitProblems = [
  ...previewProblems,
  'verdict_refused',
  'changed_meanwhile',
  'stale',
] as const satisfies readonly ProblemCode[];

export const verdictMoveProblems = [
  ...byPeople,
  'not_the_author',
  'own_verdict',
  'held_by_another',
  'conflicts_unacknowledged',
  'unknown_reference',
  'no_second_person',
  'not_the_second',
  'nothing_to_confirm',
  'glass_broken_already',
  'held_by_nobody_else',
  'another_edition',
  'decider_inactive',
  'verdict_incomplete',
  'edition_changed',
  'precondition_required',
] as const satisfies readonly ProblemCode[];
