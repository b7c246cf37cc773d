import { z } from 'zod';
import { Failure } from '../errors.js';
import type { FailureKind } from '../errors.js';
import { isUnavailable } from './unavailable.js';

/** RFC 9457 problem documents: the one place where a failure becomes an HTTP answer. */

export const problemType = 'application/problem+json';

export const problemBody = z
  .looseObject({
    type: z.string().describe('`urn:isnad:problem:` and the code: stable, made to be compared'),
    title: z.string(),
    status: z.int(),
    detail: z.string().describe('What happened and what to do next'),
    code: z.string(),
    instance: z.string().describe('The path of the request'),
    requestId: z.string().describe('What to quote to the operator'),
    errors: z
      .array(z.strictObject({ in: z.string(), pointer: z.string(), message: z.string() }))
      .optional()
      .describe('Every invalid field at once: `pointer` is a JSON pointer into the body, or a name'),
  })
  .meta({ id: 'Problem' });

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
const statusOfCode: Record<string, number> = {
  method_not_allowed: 405,
  body_too_large: 413,
  unsupported_media_type: 415,
  unsupported_content_encoding: 415,
  precondition_required: 428,
};

export const titles: Record<number, string> = {
  400: 'Invalid request',
  401: 'No valid key',
  403: 'Not allowed',
  404: 'Not found',
  405: 'Method not allowed',
  408: 'Request timeout',
  409: 'Conflict',
  410: 'Gone',
  412: 'Precondition failed',
  413: 'Body too large',
  415: 'Unsupported media type',
  422: 'Cannot be processed',
  428: 'Precondition required',
  429: 'Too many requests',
  431: 'Headers too large',
  500: 'Internal error',
  502: 'Bad gateway',
  503: 'Temporarily unavailable',
};

const mostFaults = 100;
const soon = 2;

export interface Problem {
  status: number;
  headers: Record<string, string>;
  body: z.output<typeof problemBody>;
  /** It was no fault of the caller: worth a line in the log with everything in it. */
  ours: boolean;
}

/** What the caller is told about an error; of errors we did not foresee, nothing but the request id. */
export function describeProblem(error: unknown, at: { path: string; requestId: string }): Problem {
  const foreseen = asFailure(error);
  const failure = foreseen ?? unforeseen;
  const status = foreseen ? statusOf(foreseen) : 500;
  const { faults = [], extra, retryAfter } = failure.details;
  const headers: Record<string, string> = {};
  if (status === 401) headers['WWW-Authenticate'] = 'Bearer realm="isnad"';
  const wait = retryAfter ?? (status === 503 ? soon : undefined);
  if (wait !== undefined) headers['Retry-After'] = String(wait);
  return {
    status,
    headers,
    body: {
      ...extra,
      type: `urn:isnad:problem:${failure.code}`,
      title: titles[status] ?? 'Error',
      status,
      detail: failure.message + (faults.length > mostFaults ? ` (${String(faults.length)} faults.)` : ''),
      code: failure.code,
      instance: at.path,
      requestId: at.requestId,
      ...(faults.length > 0 && { errors: faults.slice(0, mostFaults) }),
    },
    ours: status >= 500 && foreseen !== error,
  };
}

const unforeseen = {
  message: 'Something went wrong on our side. Please tell the operator this request id.',
  code: 'internal_error',
  details: {} as Failure['details'],
};

function statusOf({ kind, code, details }: Failure): number {
  if (kind === 'upstream' && details.retryAfter !== undefined) return 503;
  return statusOfCode[code] ?? statusOfKind[kind];
}

function asFailure(error: unknown): Failure | undefined {
  if (error instanceof Failure) return error;
  if (isUnavailable(error))
    return new Failure('busy', 'The database cannot answer at the moment. Try again shortly.', {
      code: 'database_unavailable',
    });
  return ofTheBody(error);
}

/** The errors of the body reader, by the `type` it gives them. */
const bodyFailures: Record<string, (error: object) => Failure> = {
  'entity.too.large': (error) => {
    const limit = 'limit' in error ? `${String(Number(error.limit) / 1024 / 1024)} MiB` : 'it may be';
    return new Failure('invalid', `The body is larger than ${limit}.`, { code: 'body_too_large' });
  },
  'encoding.unsupported': () =>
    new Failure('invalid', 'Send the body uncompressed, or with gzip, deflate or br.', {
      code: 'unsupported_content_encoding',
    }),
};

function ofTheBody(error: unknown): Failure | undefined {
  if (!(error instanceof Error) || !('status' in error) || error.status === 500) return undefined;
  const type = 'type' in error && typeof error.type === 'string' ? error.type : '';
  const known = bodyFailures[type]?.(error);
  if (known) return known;
  const status = Number(error.status);
  return status >= 400 && status < 500
    ? new Failure('invalid', 'The request could not be read to its end.', { code: 'malformed_request' })
    : undefined;
}
