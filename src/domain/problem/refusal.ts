/** PURE: why something is refused, and rules that refuse. */
import { problems, type Findable, type ProblemCode } from './codes.js';

/** Why somebody may not do something, in words and for machines. */
export interface Refusal {
  kind: 'conflict' | 'forbidden' | 'not_found' | 'stale' | 'unprocessable';
  code: ProblemCode;
  why: string;
  /** What is wrong with what was given, each with a JSON pointer into it. */
  faults?: readonly Fault[];
  /** More for machines. */
  extra?: Record<string, unknown>;
}

export interface Fault {
  pointer: string;
  message: string;
}

/** A refusal that says what its code means. */
export const refusalOf = (kind: Refusal['kind'], code: ProblemCode): Refusal => ({
  kind,
  code,
  why: problems[code].means,
});

export const unknownRefusal = (what: Findable, name: string): Refusal => ({
  kind: 'not_found',
  code: `${what}_not_found`,
  why: `There is no ${what.replaceAll('_', ' ')} ${JSON.stringify(name)}.`,
});

/** That there is nothing of the name that stands at `pointer`. */
export const notThere = (pointer: string, what: Findable, name: string): Fault => ({
  pointer,
  message: `there is no ${what.replaceAll('_', ' ')} ${JSON.stringify(name)}`,
});

/** Of what a request names beside what it is about, which its path names: everything that is not there, at once. */
export const unknownReference = (...faults: readonly Fault[]): Refusal => ({
  kind: 'unprocessable',
  code: 'unknown_reference',
  why: 'The request names what is not there.',
  faults,
});

/**
 * Where several kinds of people may do a thing, it is enough to be one of them; who is none is told why by
 * the first. Throws when nobody at all may do it: such a rule would be a mistake.
 */
export function refuseUnlessAny<Kind>(
  kinds: readonly Kind[],
  refuse: (kind: Kind) => Refusal | undefined,
): Refusal | undefined {
  const refusals = kinds.map(refuse);
  if (refusals.some((refusal) => refusal === undefined)) return undefined;
  if (!refusals[0]) throw new Error('a rule that allows nobody anything');
  return refusals[0];
}
