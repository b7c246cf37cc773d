import type { z } from 'zod';
import type { Fault } from '../errors.js';
import { toPointer } from './json-scan.js';

/** PURE: what a schema has against an input, in words, one fault for every field. */

type FaultSource = Fault['in'];
type Outcome<Output> = { ok: true; value: Output } | { ok: false; faults: Fault[] };

export function check<S extends z.ZodType>(
  schema: S,
  input: unknown,
  source: FaultSource,
): Outcome<z.output<S>> {
  const result = schema.safeParse(input, { error: wording });
  if (result.success) return { ok: true, value: result.data };
  return { ok: false, faults: result.error.issues.flatMap((issue) => faultsOf(issue, source, [])) };
}

function faultsOf(issue: z.core.$ZodIssue, source: FaultSource, outer: readonly PropertyKey[]): Fault[] {
  const path = [...outer, ...issue.path];
  const fault = (at: readonly PropertyKey[], message: string): Fault => ({
    in: source,
    pointer: source === 'body' ? toPointer(at) : String(at[0] ?? ''),
    message,
  });
  if (issue.code === 'unrecognized_keys')
    return issue.keys.map((key) => fault([...path, key], 'is not known here'));
  // What is wrong with the name of a field is said in our words within.
  if (issue.code === 'invalid_key') return issue.issues.flatMap((inner) => faultsOf(inner, source, path));
  if (issue.code === 'invalid_union') {
    const meant = likeliestBranch(issue.errors);
    if (meant) return meant.flatMap((inner) => faultsOf(inner, source, path));
  }
  return [fault(path, issue.message)];
}

/** The alternative the caller probably meant: the one that has the right type and fewest complaints. */
function likeliestBranch(branches: z.core.$ZodIssue[][]): z.core.$ZodIssue[] | undefined {
  const rightType = branches.filter((issues) => !issues.some((issue) => isWrongKind(issue)));
  return rightType.sort((a, b) => a.length - b.length)[0];
}

const isWrongKind = (issue: z.core.$ZodIssue): boolean =>
  issue.path.length === 0 && (issue.code === 'invalid_type' || issue.code === 'invalid_value');

/** Our words where a schema brings none of its own. */
function wording(issue: z.core.$ZodRawIssue): string | undefined {
  if (issue.input === undefined && issue.code !== 'unrecognized_keys') return 'is required';
  if (issue.code === 'invalid_type') return `must be ${named(String(issue.expected))}`;
  if (issue.code === 'invalid_value') return `must be ${oneOf(issue.values)}`;
  if (issue.code === 'invalid_union')
    return issue.discriminator ? discriminated(issue) : alternatives(issue.errors);
  if (issue.code === 'too_small')
    return `must ${bound(issue.origin)} at least ${String(issue.minimum)}${unit(issue.origin)}`;
  if (issue.code === 'too_big')
    return `must ${bound(issue.origin)} at most ${String(issue.maximum)}${unit(issue.origin)}`;
  return undefined;
}

const names: Record<string, string> = {
  string: 'text',
  number: 'a number',
  int: 'a whole number',
  boolean: 'true or false',
  object: 'an object',
  record: 'an object',
  array: 'a list',
  null: 'null',
};
const named = (type: string): string => names[type] ?? type;

const bound = (origin: string): string => (origin === 'number' || origin === 'int' ? 'be' : 'have');
const unit = (origin: string): string =>
  origin === 'string' ? ' characters' : origin === 'array' || origin === 'set' ? ' entries' : '';

const oneOf = (values: readonly unknown[]): string =>
  (values.length === 1 ? '' : 'one of ') + values.map((value) => JSON.stringify(value)).join(', ');

function discriminated(issue: { discriminator?: unknown; options?: unknown }): string {
  const options = Array.isArray(issue.options) ? issue.options : [];
  return options.length > 0 ? `must be ${oneOf(options)}` : 'names no known alternative';
}

function alternatives(branches: readonly (readonly z.core.$ZodIssue[])[]): string {
  const messages = branches.flatMap((issues) => issues.filter(isWrongKind).map((issue) => issue.message));
  return messages.length > 0 ? [...new Set(messages)].join(', or ') : 'has none of the allowed forms';
}
