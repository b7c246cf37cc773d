/** Every operation of the API by its method and path, with what goes in and what comes out. Types only. */
import type { paths } from './generated/api.js';

type Method = 'get' | 'post' | 'put' | 'patch' | 'delete';
interface Described {
  parameters: object;
  responses: object;
}
interface EventStream {
  responses: { 200: { content: { 'text/event-stream': unknown } } };
}

type At<Path extends keyof paths, Verb> = Verb extends keyof paths[Path]
  ? Extract<paths[Path][Verb], Described>
  : never;
/** What an event stream answers is not one body: `events` reads that. */
type RoutesAt<Path extends keyof paths> = {
  [Verb in Method]: [At<Path, Verb>] extends [never]
    ? never
    : At<Path, Verb> extends EventStream
      ? never
      : `${Uppercase<Verb>} ${Path}`;
}[Method];

/** `GET /v1/claims/{id}`: an operation as the reference page writes it. */
export type Route = { [Path in keyof paths]: RoutesAt<Path> }[keyof paths];

type Operation<R extends Route> = R extends `${infer Verb} ${infer Path extends keyof paths}`
  ? At<Path, Lowercase<Verb>>
  : never;
type Parameters<R extends Route> = Operation<R>['parameters'];
type Responses<R extends Route> = Operation<R>['responses'];

type Flat<Type> = { [Key in keyof Type]: Type[Key] };
/** What may be left out may also be given as undefined. */
type Lenient<Type> = {
  [Key in keyof Type]: object extends Pick<Type, Key> ? Type[Key] | undefined : Type[Key];
};
/** What the document says there is none of adds nothing to an intersection. */
type OrNothing<Type> = [Exclude<Type, undefined>] extends [never] ? unknown : Exclude<Type, undefined>;

type PathOf<R extends Route> = Parameters<R> extends { path: infer Path } ? Path : unknown;
type QueryOf<R extends Route> =
  Parameters<R> extends { query?: infer Query } ? Lenient<OrNothing<Query>> : unknown;
type Json<Body> = Body extends { content: { 'application/json': infer Content } } ? Content : never;
type BodyOf<R extends Route> =
  Operation<R> extends { requestBody: infer Body }
    ? { body: Json<Body> }
    : Operation<R> extends { requestBody?: infer Body }
      ? [Json<Body>] extends [never]
        ? unknown
        : { body?: Json<Body> | undefined }
      : unknown;

/** The parameters of path and query by their names, and the `body`. */
export type Input<R extends Route> = Flat<PathOf<R> & QueryOf<R> & BodyOf<R>>;

/** The input may be left out where nothing in it must be given. */
export type InputAnd<R extends Route, More extends unknown[]> =
  object extends Input<R> ? [input?: Input<R>, ...more: More] : [input: Input<R>, ...more: More];

export interface CommonOptions {
  signal?: AbortSignal | undefined;
  /** Milliseconds for one try, answer included. Default: 30 s, and as long as the server is asked to wait. */
  timeoutMs?: number | undefined;
  /** How often a request is sent again at most. Default: what the client was made with. */
  retries?: number | undefined;
  /** In a browser: goes on although its page is left. Up to 64 KiB. */
  keepalive?: boolean | undefined;
}

type HeaderNames<R extends Route> =
  Parameters<R> extends { header?: infer Names }
    ? [Exclude<Names, undefined>] extends [never]
      ? never
      : keyof Exclude<Names, undefined>
    : never;
type Heeding<R extends Route, Name extends string, Option> = Name extends HeaderNames<R> ? Option : unknown;

/** Conditions and preferences, each only where the operation heeds it. */
export type Options<R extends Route> = Flat<
  CommonOptions &
    Heeding<R, 'If-Match', { ifMatch?: string | undefined }> &
    Heeding<R, 'Prefer', { wait?: number | undefined }> &
    Heeding<R, 'Idempotency-Key', { idempotencyKey?: string | undefined }>
>;

type Content<Response> = Response extends { content: infer Types } ? Types[keyof Types] : undefined;
type Statuses<R extends Route> = keyof Responses<R> & number;
type GoodStatus<Status> = Status extends number ? (`${Status}` extends `2${string}` ? Status : never) : never;

export interface Answered<Status extends number, Body> {
  status: Status;
  body: Body;
  headers: Headers;
  /** The `ETag`, for `askAgain` and `ifMatch`. */
  tag: string | undefined;
}

/** One for each status that the operation declares; `status` tells them apart. 304 is only said to who asks again. */
export type Answer<R extends Route> = {
  [Status in Exclude<Statuses<R>, 304>]: Answered<Status, Content<Responses<R>[Status]>>;
}[Exclude<Statuses<R>, 304>];

export type GoodBody<R extends Route> = Content<Responses<R>[GoodStatus<Statuses<R>>]>;

/** Operations that can say "304: you have it". */
export type RevisitableRoute = { [R in Route]: 304 extends Statuses<R> ? R : never }[Route];
export type NotModified = Answered<304, undefined>;

/** Operations that answer a list page by page. */
export type ListRoute = {
  [R in Route]: GoodBody<R> extends { items: unknown[]; next: infer Next }
    ? null extends Next
      ? R
      : never
    : never;
}[Route];
export type ItemOf<R extends ListRoute> = GoodBody<R> extends { items: (infer Item)[] } ? Item : never;
