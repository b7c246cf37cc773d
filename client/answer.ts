import type { Problem } from './generated/api.js';

/** An answer of any status, before anybody looks at which operation it is of. */
export interface AnyAnswer {
  status: number;
  body: unknown;
  headers: Headers;
  tag: string | undefined;
}

/** Throws where it is not Isnad that answers. */
export async function readAnswer(response: Response): Promise<AnyAnswer> {
  const { status, headers } = response;
  const type = headers.get('content-type') ?? '';
  const body = parse(await response.text(), type);
  if (status >= 300 && status < 400 && status !== 304)
    throw new Error(`it sends on to ${headers.get('location') ?? 'nowhere'}; give that address instead`);
  if (status < 400 && /^text\/html\b/i.test(type))
    throw new Error('it answers with a web page, not as Isnad does');
  return {
    status,
    headers,
    tag: headers.get('etag') ?? undefined,
    // Something between here and Isnad has its own way of saying no.
    body: status >= 400 && typeof body !== 'object' ? unexplained(status, body) : body,
  };
}

function parse(text: string, type: string): unknown {
  if (text === '' || !/[/+]json\b/i.test(type)) return text || undefined;
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
}

const unexplained = (status: number, answered: unknown): Problem => ({
  type: 'about:blank',
  title: String(status),
  status,
  detail: `The answer was ${String(status)}, without a problem document.`,
  code: 'unexplained',
  instance: '',
  requestId: '',
  answered,
});

const isProblem = (body: unknown): body is Problem =>
  typeof body === 'object' && body !== null && 'code' in body && 'detail' in body;

/** The body of a good answer; any other is thrown as a `Refusal`. */
export function goodBodyOf({ status, headers, body }: AnyAnswer): unknown {
  if (status < 400) return body;
  throw new Refusal(isProblem(body) ? body : unexplained(status, body), { status, headers });
}

/** The API said no, and why. */
export class Refusal extends Error {
  override readonly name = 'Refusal';
  readonly status: number;
  readonly headers: Headers;

  constructor(
    readonly problem: Problem,
    { status, headers }: { status: number; headers: Headers },
  ) {
    const fields = (problem.errors ?? []).map(({ pointer, message }) => `${pointer}: ${message}`);
    super([problem.detail, ...fields].join(' '));
    this.status = status;
    this.headers = headers;
  }
}

/** Nothing came back, or not in time, or from something else. Whether the request was done is not known. */
export class Unreachable extends Error {
  override readonly name = 'Unreachable';

  constructor(url: string, cause: unknown) {
    super(`${new URL(url).origin} cannot be reached: ${reasonOf(cause)}`, { cause });
  }
}

/** fetch says "fetch failed" and keeps the reason inside; several addresses of one name are another layer. */
function reasonOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  if (error instanceof AggregateError && error.errors.length > 0) return reasonOf(error.errors[0]);
  if (isTimeout(error)) return 'it takes too long to answer';
  if (error.cause !== undefined) return reasonOf(error.cause);
  const code = 'code' in error ? String(error.code) : '';
  return reasons[code] ?? (error.message || code);
}

export const isTimeout = (error: unknown): boolean => error instanceof Error && error.name === 'TimeoutError';

const reasons: Record<string, string> = {
  ECONNREFUSED: 'nothing listens there',
  ECONNRESET: 'the connection was cut',
  UND_ERR_SOCKET: 'the connection was cut',
  ENOTFOUND: 'no machine has this name',
};
