/** What stands before everything that is read without a key: its limit by address, and leave for pages of any origin to read it. */
import type { Request, RequestHandler, Response } from 'express';
import { Failure } from '../errors.js';
import type { Rates } from '../auth/rate.service.js';
import { addressFor, type Authentication } from './authenticate.js';

export interface PublicReading {
  rates?: Pick<Rates, 'limitPublic'> | undefined;
  proxies?: Authentication['proxies'];
}

const open = {
  'Access-Control-Allow-Origin': '*',
  'Access-Control-Expose-Headers': 'ETag, Link, RateLimit, RateLimit-Policy, Retry-After, X-Request-Id',
  // helmet keeps what is ours from being embedded elsewhere; this is for everybody.
  'Cross-Origin-Resource-Policy': 'cross-origin',
};

/** `cost`: how many ordinary pages an answer counts for; throws 429 where that is too many. */
export function countPublicReader(
  { rates, proxies = 0 }: PublicReading,
  request: Request,
  response: Response,
  cost: number,
): void {
  const setHeader = (name: string, value: string) => response.setHeader(name, value);
  rates?.limitPublic(addressFor(request, { proxies }), setHeader, cost);
}

/** `cost`: 0 where it is counted later, once it is known that there is an answer. */
export function limitPublicReaders(reading: PublicReading, cost = 1): RequestHandler {
  return (request, response, next) => {
    response.set(open);
    if (request.method === 'OPTIONS') {
      response.set({
        'Access-Control-Allow-Methods': 'GET, HEAD',
        'Access-Control-Allow-Headers': 'If-None-Match',
        'Access-Control-Max-Age': '86400',
      });
      response.status(204).set('Allow', 'GET, HEAD, OPTIONS').end();
      return;
    }
    countPublicReader(reading, request, response, cost);
    next();
  };
}

/** For what can only be read: any other method gets 405 with `Allow`. */
export const allowOnlyReads: RequestHandler = (request, response, next) => {
  if (request.method === 'GET' || request.method === 'HEAD') {
    next();
    return;
  }
  response.set('Allow', 'GET, HEAD, OPTIONS');
  throw new Failure('invalid', `${request.method} is not possible here; GET is.`, {
    code: 'method_not_allowed',
  });
};
