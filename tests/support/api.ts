import { createServer, type RequestListener, type Server } from 'node:http';
import request from 'supertest';
import type { Test } from 'supertest';

export type Headers = Record<string, string>;

/** The API as one caller: every request carries their key, or none for a stranger. */
export interface Api {
  get(path: string, headers?: Headers): Test;
  head(path: string, headers?: Headers): Test;
  post(path: string, body?: object, headers?: Headers): Test;
  put(path: string, body?: object, headers?: Headers): Test;
  patch(path: string, body?: object, headers?: Headers): Test;
  delete(path: string, headers?: Headers): Test;
}

/** Where it does not matter what somebody else has written meanwhile. */
export const anyVersion = { 'If-Match': '*' };

const servers = new WeakMap<RequestListener, Server>();

/** Listens from the first request to the last: opening a port takes longer than most answers. */
function serverOf(app: RequestListener): Server {
  const open = servers.get(app);
  if (open) return open;
  const server = createServer(app).listen(0).unref();
  servers.set(app, server);
  return server;
}

/** Of an application that nobody asks any more; one that is asked again listens again. */
export function stopListening(app: RequestListener): void {
  servers.get(app)?.close();
  servers.delete(app);
}

/** `as(key)` speaks as the holder of the key, `stranger` without one; to an application, or to the address of one. */
export function apiOf(app: RequestListener | string): { as(key: string): Api; stranger: Api } {
  const speak = (key?: string): Api => {
    const agent = request(typeof app === 'string' ? app : serverOf(app));
    const dress = (test: Test, headers: Headers = {}): Test =>
      test.set({ ...(key !== undefined && { Authorization: `Bearer ${key}` }), ...headers });
    return {
      get: (path, headers) => dress(agent.get(path), headers),
      head: (path, headers) => dress(agent.head(path), headers),
      post: (path, body, headers) => dress(agent.post(path), headers).send(body),
      put: (path, body, headers) => dress(agent.put(path), headers).send(body),
      patch: (path, body, headers) => dress(agent.patch(path), headers).send(body),
      delete: (path, headers) => dress(agent.delete(path), headers),
    };
  };
  return { as: speak, stranger: speak() };
}
