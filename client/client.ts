/** Isnad from outside: every operation of the API, typed by the document that the API gives of itself. */
import { changes, type Polling } from './changes.js';
import { follow, type FollowOptions, type Step } from './follow.js';
import type { CloudEvent } from './generated/api.js';
import { items } from './items.js';
import type {
  Answer,
  GoodBody,
  Input,
  InputAnd,
  ItemOf,
  ListRoute,
  NotModified,
  Options,
  RevisitableRoute,
  Route,
} from './routes.js';
import { createSend, sendForBody, type AnyOptions, type ClientSettings } from './send.js';
import { watchStatuses, type StatusChange, type WatchOptions } from './watch-statuses.js';

export { Refusal, Unreachable } from './answer.js';
export type { StatusChange } from './watch-statuses.js';

export interface Client {
  /** The answer, whatever its status. */
  ask<R extends Route>(route: R, ...given: InputAnd<R, [options?: Options<R>]>): Promise<Answer<R>>;
  /** The body of a good answer; any other is thrown as a `Refusal`. */
  require<R extends Route>(route: R, ...given: InputAnd<R, [options?: Options<R>]>): Promise<GoodBody<R>>;
  /** The answer if it is another than the one with this tag, otherwise status 304. */
  askAgain<R extends RevisitableRoute>(
    route: R,
    input: Input<R>,
    tag: string | undefined,
    options?: Options<R>,
  ): Promise<Answer<R> | NotModified>;
  /** Every item of a list, page after page. */
  items<R extends ListRoute>(
    route: R,
    ...given: InputAnd<R, [options?: { signal?: AbortSignal }]>
  ): AsyncGenerator<ItemOf<R>>;
  /** A resource as it is now, and again each time it has changed. */
  changes<R extends RevisitableRoute>(
    route: R,
    ...given: InputAnd<R, [polling?: Polling]>
  ): AsyncGenerator<GoodBody<R>, never>;
  /** What happens, as it happens, for as long as somebody listens. */
  events(options?: FollowOptions): AsyncGenerator<CloudEvent, void>;
  /** The statuses of claims, and each again whenever something happens to it. */
  watchStatuses(ids: readonly string[], options?: WatchOptions): AsyncGenerator<StatusChange, never>;
}

export function createClient(settings: ClientSettings): Client {
  const send = createSend(settings);
  const client: Record<keyof Client, unknown> = {
    ask: send,
    require: (...request: Parameters<typeof send>) => sendForBody(send, ...request),
    askAgain: (route: string, input: object, tag?: string, options?: AnyOptions) =>
      send(route, input, { ...options, ifNoneMatch: tag }),
    items: (...list: [string, object?]) => items(send, ...list),
    changes: (route: string, input: object = {}, polling?: Polling) => changes(send, route, input, polling),
    events: (options: FollowOptions = {}) => eachEvent(follow({ settings, send }, options)),
    watchStatuses: (ids: readonly string[], options?: WatchOptions) =>
      watchStatuses({ settings, send }, ids, options),
  };
  // The document says which route gives what, and the tests of the API hold every answer against it.
  return client as unknown as Client;
}

async function* eachEvent(steps: AsyncGenerator<Step, never>): AsyncGenerator<CloudEvent, void> {
  for await (const { events } of steps) yield* events;
}
