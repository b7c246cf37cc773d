import { z } from 'zod';
import type { Language } from '../../domain/text/languages.js';
import { arabicTitles } from '../../domain/arabic/arabic-titles.js';
import { sayIn } from '../../domain/arabic/in-arabic.js';
import { Failure } from '../errors.js';
import { problems, type ProblemCode } from '../../domain/problem/codes.js';
import type { FailureKind } from '../../domain/problem/meaning.js';
import { isRefusedByRule } from '../db/sql-errors.js';
import { cannotWrite, whyRefused } from '../db/refused-writes.js';
import { instant } from './schema.js';
import { isUnavailable } from './unavailable.js';

/** RFC 9457 problem documents: the one place where a failure becomes an HTTP answer. */

export const problemType = 'application/problem+json';

/** Members that some codes have beside, for whoever goes on from there. */
const membersByCode = {
  at: z.string().optional().describe('Of `decide_elsewhere`: the path to POST to'),
  candidates: z
    .array(z.looseObject({ start: z.int(), end: z.int(), exact: z.string() }))
    .optional()
    .describe('Of a quote that is not found, or not once: where it may be meant'),
  edition: z
    .string()
    .optional()
    .describe(
      'Of a decision that names no edition, or an older one: the digest of what would be published now',
    ),
  changed: z.array(z.string()).optional().describe('Of `edition_changed`: JSON pointers into the edition'),
  conflicts: z
    .array(z.looseObject({}))
    .optional()
    .describe('Of `conflicts_unacknowledged`: the clashes that no note acknowledges yet'),
  draft: z
    .looseObject({})
    .nullable()
    .optional()
    .describe('Of a draft that was saved since: what is there now'),
  reasons: z
    .array(z.string())
    .optional()
    .describe('Of a verdict that is refused: the codes of what it lacks'),
  location: z
    .string()
    .optional()
    .describe('Of a verdict that is refused, and of what is shown once: its path'),
  held: z.int().optional().describe('Of `wip_limit_reached`: how many tasks the member has'),
  limit: z.int().optional().describe('Of `wip_limit_reached`: how many they may have'),
  awayEndsAt: instant.optional().describe('Of `member_away`: when they are back'),
  permission: z.string().optional().describe('Of `forbidden`: what one has to be permitted'),
  roles: z.array(z.string()).optional().describe('Of `forbidden`: who is'),
};

export const problemBody = z
  .looseObject({
    type: z.string().describe('`urn:isnad:problem:` and the code: stable, made to be compared'),
    title: z.string(),
    status: z.int(),
    detail: z.string().describe('What happened and what to do next'),
    code: z
      .string()
      .describe(
        'What happened, for machines: the codes stand with their meanings in `x-problem-codes` of this document',
      ),
    instance: z.string().describe('The path of the request'),
    requestId: z.string().describe('What to quote to the operator'),
    current: z
      .string()
      .optional()
      .describe('Of a 412: the ETag of what there is now; as `If-Match` it lets the change through'),
    errors: z
      .array(z.strictObject({ in: z.string(), pointer: z.string(), message: z.string() }))
      .optional()
      .describe('Every invalid field at once: `pointer` is a JSON pointer into the body, or a name'),
    ...membersByCode,
  })
  .meta({ id: 'Problem' });

/** What one item among many was refused with: without what names the request as a whole. */
export const itemProblem = problemBody
  .omit({ instance: true, requestId: true })
  .describe('What the same request for this item alone would have been answered with');

const statusOfKind: Record<FailureKind, number> = {
  invalid: 400,
  unauthenticated: 401,
  forbidden: 403,
  not_found: 404,
  gone: 410,
  conflict: 409,
  stale: 412,
  unprocessable: 422,
  limited: 429,
  upstream: 502,
  busy: 503,
};

/** Codes of HTTP itself, finer than the kinds. */
const statusOfCode: Partial<Record<ProblemCode, number>> = {
  method_not_allowed: 405,
  request_timeout: 408,
  body_too_large: 413,
  unsupported_media_type: 415,
  unsupported_content_encoding: 415,
  precondition_required: 428,
  headers_too_large: 431,
  internal_error: 500,
};

/** The statuses a code can be answered with, the usual one first. */
export function statusesOf(code: ProblemCode): readonly number[] {
  const own = statusOfCode[code];
  return own === undefined ? problems[code].kinds.map((kind) => statusOfKind[kind]) : [own];
}

const mostFaults = 100;
const soon = 2;

interface Problem {
  status: number;
  headers: Record<string, string>;
  body: z.output<typeof problemBody>;
  /** It was no fault of the caller: worth a line in the log with everything in it. */
  ours: boolean;
  /** It failed on our side, or because somebody else was faster: the same request may go through later. */
  forNow: boolean;
}

/** What the caller is told about an error; of errors we did not foresee, nothing but the request id. */
export function describeProblem(
  error: unknown,
  at: { path: string; requestId: string; language: Language },
): Problem {
  const say = (text: string): string => sayIn(at.language, text);
  const foreseen = asFailure(error);
  const { message, details, code, kind } = foreseen ?? unforeseen;
  const status = statusOfCode[code] ?? statusOfKind[kind];
  const { faults = [], extra, retryAfter } = details;
  const headers: Record<string, string> = {};
  if (status === 401) headers['WWW-Authenticate'] = 'Bearer realm="isnad"';
  const wait = retryAfter ?? (status === 503 ? soon : undefined);
  if (wait !== undefined) headers['Retry-After'] = String(wait);
  return {
    status,
    headers,
    body: {
      ...(extra && withReasonsSaid(extra, say)),
      type: `urn:isnad:problem:${code}`,
      title: at.language === 'ar' ? arabicTitles[code] : problems[code].title,
      status,
      detail: say(message + (faults.length > mostFaults ? ` (${String(faults.length)} faults.)` : '')),
      code,
      instance: at.path,
      requestId: at.requestId,
      ...(faults.length > 0 && {
        errors: faults.slice(0, mostFaults).map((fault) => ({ ...fault, message: say(fault.message) })),
      }),
    },
    forNow: status >= 500 || wait !== undefined || code === 'changed_meanwhile',
    ours: (status >= 500 || isRefusedByRule(error)) && foreseen !== error,
  };
}

export const problemOfItem = ({
  instance: _,
  requestId: __,
  ...problem
}: Problem['body']): z.output<typeof itemProblem> => problem;

/** Of a verdict that was refused, why: each reason has its words. */
const withReasonsSaid = (
  extra: Readonly<Record<string, unknown>>,
  say: (text: string) => string,
): Record<string, unknown> =>
  Array.isArray(extra['reasons'])
    ? {
        ...extra,
        reasons: extra['reasons'].map((reason: { message?: unknown }) =>
          typeof reason.message === 'string' ? { ...reason, message: say(reason.message) } : reason,
        ),
      }
    : { ...extra };

type CallerFailure = Pick<Failure, 'kind' | 'message' | 'details'> & { code: ProblemCode };

const unforeseen: CallerFailure = {
  kind: 'upstream',
  code: 'internal_error',
  message: 'Something went wrong on our side. Please tell the operator this request id.',
  details: {},
};

/** The code that the caller of an operation is told of this error. */
export const codeOf = (error: unknown): ProblemCode => (asFailure(error) ?? unforeseen).code;

/** Undefined for what is no business of a caller: an error of ours, and a failure that only commands tell of. */
function asFailure(error: unknown): CallerFailure | undefined {
  if (isCallerFailure(error)) return error;
  const refused = whyRefused(error);
  if (refused !== undefined) return cannotWrite(refused) as CallerFailure;
  if (isRefusedByRule(error))
    return {
      kind: 'conflict',
      code: 'changed_meanwhile',
      message:
        'A rule of the record refused this: what it rests on has changed. Read it again and decide anew.',
      details: {},
    };
  if (isUnavailable(error))
    return {
      kind: 'busy',
      code: 'database_unavailable',
      message: 'The database cannot answer at the moment. Try again shortly.',
      details: {},
    };
  return ofTheBody(error);
}

const isCallerFailure = (error: unknown): error is CallerFailure =>
  error instanceof Failure && Object.hasOwn(problems, error.code);

/** The errors of the body reader, by the `type` it gives them. */
const bodyProblems: Record<string, (error: object) => Pick<CallerFailure, 'code' | 'message'>> = {
  'entity.too.large': (error) => {
    const limit = 'limit' in error ? `${String(Number(error.limit) / 1024 / 1024)} MiB` : 'it may be';
    return { code: 'body_too_large', message: `The body is larger than ${limit}.` };
  },
  'encoding.unsupported': () => ({
    code: 'unsupported_content_encoding',
    message: 'Send the body uncompressed, or with gzip, deflate or br.',
  }),
};

function ofTheBody(error: unknown): CallerFailure | undefined {
  if (!(error instanceof Error) || !('status' in error)) return undefined;
  const status = Number(error.status);
  if (!(status >= 400 && status < 500)) return undefined;
  const type = 'type' in error && typeof error.type === 'string' ? error.type : '';
  const said = bodyProblems[type]?.(error) ?? {
    code: 'malformed_request' as const,
    message: 'The request could not be read to its end.',
  };
  return { kind: 'invalid', details: {}, ...said };
}
