import type { IncomingMessage, ServerResponse } from 'node:http';
import { rightsMaxAgeMs } from '../../domain/access/fresh-rights.js';
import type { Caller } from '../../domain/access/rules.js';
import type { Language } from '../../domain/text/languages.js';
import { preferredLanguage } from './preferred-language.js';
import {
  addressFor,
  authorizeUnlessBlocked,
  authorizeKey,
  reauthorize,
  type Authentication,
} from './authenticate.js';
import { noteError, requestIdOf } from './logging.js';
import type { Input } from './read-input.js';
import { findRepairs, type Repair } from './repairs.js';
import { isGuarded, type Call, type Disconnect, type Operation, type Rights } from './route.js';

interface Parties {
  request: IncomingMessage;
  response: ServerResponse;
  caller: Caller | undefined;
  operation: Operation;
  authentication: Authentication;
}

/** One call under way. A class, because what few handlers ask for must cost the others nothing. */
export class RequestContext implements Call<unknown, unknown, unknown> {
  readonly params: unknown;
  readonly query: unknown;
  readonly body: unknown;
  readonly #parties: Parties;
  #rights: Rights | undefined;

  readonly #sent: unknown;

  constructor({ params, query, body, sent }: Input, parties: Parties) {
    this.params = params;
    this.query = query;
    this.body = body;
    this.#parties = parties;
    this.#sent = sent;
  }

  get repairs(): Repair[] {
    return findRepairs(this.#sent, this.body);
  }

  get request(): IncomingMessage {
    return this.#parties.request;
  }

  get requestId(): string {
    return requestIdOf(this.#parties.response);
  }

  get language(): Language {
    return preferredLanguage(this.#parties.request);
  }

  get caller(): Caller {
    const { caller, operation } = this.#parties;
    if (!caller) throw new Error(`${operation.id} is public and has no caller`);
    return caller;
  }

  readonly authorizeKey = (key: string): Promise<Caller> => {
    const { request, response, authentication } = this.#parties;
    return authorizeKey(key, request, response, authentication);
  };

  readonly limitPublic = (): void => {
    const { request, response, authentication } = this.#parties;
    authentication.rates?.limitPublic(addressFor(request, authentication), (name, value) => {
      response.setHeader(name, value);
    });
  };

  readonly authorizeUnlessBlocked = (
    identify: (address: string) => Promise<Caller | undefined>,
  ): Promise<Caller> => {
    const { request, response, authentication } = this.#parties;
    return authorizeUnlessBlocked(identify, request, response, authentication);
  };

  get disconnect(): Disconnect {
    const { response } = this.#parties;
    return {
      get happened() {
        return response.destroyed;
      },
      watch: (work) => {
        response.once('close', work);
        return () => response.off('close', work);
      },
    };
  }

  readonly report = (error: unknown): void => {
    noteError(this.#parties.response, error);
  };

  get rights(): Rights {
    return (this.#rights ??= this.#watchRights());
  }

  #watchRights(): Rights {
    const { request, operation, authentication } = this.#parties;
    let caller = this.caller;
    let knownAt = -Infinity;
    return {
      present: async () => {
        const now = performance.now();
        if (now - knownAt > rightsMaxAgeMs && isGuarded(operation)) {
          caller = await reauthorize(operation, request, authentication, rightsMaxAgeMs);
          knownAt = now;
        }
        return caller;
      },
      watch: (work) =>
        authentication.watchRights?.(caller, () => {
          knownAt = -Infinity;
          work();
        }) ?? (() => undefined),
    };
  }
}
