import type { ProblemCode } from '../../domain/problem/codes.js';
import { codeOf, describeProblem, statusesOf } from './problem.js';
import { isWrite, type Operation } from './route.js';

/** Every code an operation can answer with: its own, and those that follow from its shape. */
function problemsOf(operation: Operation): ProblemCode[] {
  const { permission, query, body, shownOnce, problems = [] } = operation;
  const guarded = permission !== 'public';
  const write = isWrite(operation);
  return [
    ...new Set<ProblemCode>([
      'invalid',
      'malformed_url',
      ...(query && 'after' in query.shape ? (['invalid_cursor'] as const) : []),
      ...(body || write ? bodyCodes : []),
      ...(guarded ? guardCodes : []),
      ...(guarded && write ? writeCodes : []),
      ...(shownOnce ? (['shown_before'] as const) : []),
      ...problems,
      'internal_error',
      'database_unavailable',
    ]),
  ];
}

const bodyCodes = [
  'malformed_body',
  'malformed_request',
  'body_too_large',
  'unsupported_media_type',
  'unsupported_content_encoding',
] as const;
const guardCodes = [
  'unauthenticated',
  'unknown_subject',
  'forbidden',
  'rate_limited',
  'identity_provider_unavailable',
] as const;
const writeCodes = [
  'sent_from_elsewhere',
  'malformed_idempotency_key',
  'idempotency_key_reused',
  'request_under_way',
  'answered_to_another_role',
  'changed_meanwhile',
  'database_cannot_write',
] as const;

/**
 * What a code can come with here: that somebody cannot hold a task is 403 of the caller, and 409 only where another is named
 * to hold it.
 */
function statusesIn(codes: readonly ProblemCode[], code: ProblemCode): readonly number[] {
  const statuses = statusesOf(code);
  const [first] = statuses;
  return first === undefined || codes.includes('member_inactive') ? statuses : [first];
}

/** The same by status, in order. */
export function problemsByStatus(operation: Operation): [status: number, codes: ProblemCode[]][] {
  const found = new Map<number, ProblemCode[]>();
  const codes = problemsOf(operation);
  for (const code of codes)
    for (const status of statusesIn(codes, code)) found.set(status, [...(found.get(status) ?? []), code]);
  return [...found].sort(([a], [b]) => a - b);
}

/** Throws when an operation fails with what it does not declare. On in tests, as check-response.ts is. */
export function checkProblem(operation: Operation, error: unknown): void {
  const code = codeOf(error);
  const { status } = describeProblem(error, { path: operation.path, requestId: '', language: 'en' });
  const { id } = operation;
  const codes = problemsOf(operation);
  if (!codes.includes(code)) throw new Error(`${id} does not declare the problem ${code}`);
  if (!statusesIn(codes, code).includes(status))
    throw new Error(`${id} answered ${code} with ${String(status)}, which its table does not have`);
}
