import type { IncomingMessage, ServerResponse } from 'node:http';
import type { z } from 'zod';
import type { ProblemCode } from '../../domain/problem/codes.js';
import type { Language } from '../../domain/text/languages.js';
import type { Caller, Permission } from '../../domain/access/rules.js';

/** See repairs.ts. */
interface Repair {
  /** RFC 6901, into the body. */
  pointer: string;
  message: string;
}

type Method = 'get' | 'post' | 'put' | 'patch' | 'delete';

/** What one status code of an operation means. `body` undefined: the answer has none. */
export interface Answer {
  description: string;
  body?: z.ZodType;
  /** Media type of the body where it is not `application/json`. */
  contentType?: string;
  /** Header name → what it holds, beside those that follow from the operation: answer-headers.ts. */
  headers?: Record<string, string>;
  /** It has an `ETag`, though it answers a change. */
  tagged?: true;
}

/** What a handler gives back; `status` must be one of the operation's `answers`. */
export interface Reply {
  status: number;
  body?: unknown;
  /** Instead of `body`: the same as JSON text already written, where writing it again would cost most. */
  rendered?: string;
  headers?: Readonly<Record<string, string>>;
  /** Something in it failed on our side, or for now: sent again with its `Idempotency-Key`, that is tried anew. */
  incomplete?: boolean;
  /** `Set-Cookie`, where there is more than one. */
  cookies?: readonly string[];
  /** Instead of `body`: writes the rest of the answer itself, once status and headers are set (event streams). */
  stream?: (response: ServerResponse) => void | Promise<void>;
}

/**
 * Whether the caller has hung up, or has been answered. Less than an `AbortSignal`: thousands wait at once, and a
 * controller for each, aborted with an error that nobody reads, was a fifth of what telling them took.
 */
export interface Disconnect {
  readonly happened: boolean;
  /** Calls `work` when it happens; gives back what ends that. */
  watch: (work: () => void) => () => void;
}

/** What the caller may do while an answer is held: keys are revoked and roles change meanwhile. */
export interface Rights {
  /** The caller as they were less than a second ago; throws what they would be refused with now. */
  present: () => Promise<Caller>;
  /** Calls `work` when what they may do has changed; gives back what ends that. */
  watch: (work: () => void) => () => void;
}

/** What a handler works with: input already parsed, caller already known. */
export interface Call<Params, Query, Body> {
  params: Params;
  query: Query;
  body: Body;
  caller: Caller;
  /** The caller whose key came in the body of a public operation; throws as for a key in a header. */
  authorizeKey: (key: string) => Promise<Caller>;
  /** Counts against what an address may ask without a key; throws `limited`. */
  limitPublic: () => void;
  /** The caller whom a public operation knows by other means; counted and limited as one with a key is. */
  authorizeUnlessBlocked: (identify: (address: string) => Promise<Caller | undefined>) => Promise<Caller>;
  /** What of the body was changed when it was taken in. */
  readonly repairs: readonly Repair[];
  request: IncomingMessage;
  requestId: string;
  /** In which reasons are given. */
  language: Language;
  disconnect: Disconnect;
  rights: Rights;
  /** Writes an error of ours into the log line of the request, which is answered all the same. */
  report: (error: unknown) => void;
}

/**
 * One operation of the API as one object. The router, the OpenAPI document, the input checks and the access
 * check are all made from it, so none of them can disagree with another.
 */
export interface Operation {
  method: Method;
  /** OpenAPI form: `/v1/claims/{id}` */
  path: string;
  /** camelCase, unique: the OpenAPI operationId */
  id: string;
  tag: string;
  summary: string;
  /** What the summary leaves open. */
  description: string;
  /** What the caller must hold; `public` needs no key. */
  permission: Permission | 'public';
  params?: z.ZodObject;
  query?: z.ZodObject;
  body?: z.ZodType;
  /** What the document says of a body of which `body` lets pass what the operation looks at item by item. */
  describedBody?: z.ZodType;
  /** A request body may be left out; `body` then parses `{}`. */
  bodyOptional?: boolean;
  /**
   * `body` is `{items: […]}`, which may be sent as NDJSON too, an item a line, and is read up to the limits for many.
   * What one line has against it stands in its place as a `Failure`: `body` must let that pass.
   */
  takesMany?: true;
  /** How many requests it counts as against the caller's limit; 1 where left out. */
  cost?: number;
  /** A POST that changes nothing: it takes no `Idempotency-Key`. */
  readsOnly?: boolean;
  /** It has no effect but on the database: that it was done before is found out by doing it, which spares a look. */
  writesOnly?: true;
  /** The answer holds a secret that is kept nowhere: a retry is told that it was done, and not what was shown. */
  shownOnce?: boolean;
  /** Request headers with a meaning here, for the document: name → description. */
  headers?: Record<string, string>;
  answers: Record<number, Answer>;
  /** Codes of problems of its own, beside those that follow from its shape: declared-problems.ts. */
  problems?: readonly ProblemCode[];
  /** A page: a browser may send the key as the password of HTTP Basic, from this page alone. See authenticate.ts. */
  forBrowsers?: true;
  /** Asked all day by tools and screens: served without Express in between. See fast-path.ts. */
  polled?: true;
  handle(call: Call<unknown, unknown, unknown>): Promise<Reply>;
}

/** Whether the operation changes something, so that sending it twice could do harm. */
export const isWrite = ({ method, readsOnly }: Operation): boolean => method !== 'get' && !readsOnly;

/** An operation that takes a key. */
export type Guarded = Operation & { permission: Permission };

export const isGuarded = (operation: Operation): operation is Guarded => operation.permission !== 'public';

type Parsed<Schema> = Schema extends z.ZodType ? z.output<Schema> : undefined;

/** Makes operations of one tag, the input of each handler typed by its schemas: `operation('GET /v1/claims', { … })`. */
export const operationsTagged =
  (tag: string) =>
  <
    const Params extends z.ZodObject | undefined = undefined,
    const Query extends z.ZodObject | undefined = undefined,
    const Body extends z.ZodType | undefined = undefined,
  >(
    route: `${Uppercase<Method>} /${string}`,
    given: Omit<Operation, 'method' | 'path' | 'tag' | 'params' | 'query' | 'body' | 'handle'> & {
      params?: Params;
      query?: Query;
      body?: Body;
      handle(call: Call<Parsed<Params>, Parsed<Query>, Parsed<Body>>): Promise<Reply>;
    },
  ): Operation => {
    const [method, path] = route.split(' ') as [string, string];
    return { method: method.toLowerCase(), path, tag, ...given } as unknown as Operation;
  };

/** What is read: a body, or nothing where the caller has it already. */
export const shows = (
  description: string,
  body: z.ZodType,
  more: Omit<Answer, 'description' | 'body'> = {},
): Record<200 | 304, Answer> => ({
  200: { description, body, ...more },
  304: { description: 'Nothing has changed' },
});

export const ok = (body: unknown, headers?: Record<string, string>): Reply => ({
  status: 200,
  body,
  ...(headers && { headers }),
});

/** The same, of a body that is JSON already. */
export const okRendered = (rendered: string, headers?: Record<string, string>): Reply => ({
  status: 200,
  rendered,
  ...(headers && { headers }),
});

export const created = (location: string, body: unknown, headers?: Record<string, string>): Reply => ({
  status: 201,
  body,
  headers: { Location: location, ...headers },
});

export const createdRendered = (
  location: string,
  rendered: string,
  headers?: Record<string, string>,
): Reply => ({
  status: 201,
  rendered,
  headers: { Location: location, ...headers },
});

/** Answers one request; rejects with what is to be told as a problem. `segments` are the path's parameters. */
export type Serve = (
  request: IncomingMessage,
  response: ServerResponse,
  segments: Readonly<Record<string, string>>,
) => Promise<void>;
