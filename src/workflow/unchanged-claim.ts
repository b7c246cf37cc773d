/** That the claim has to be as the caller has read it. */
import type { IncomingMessage } from 'node:http';
import { entityTag, requireMatch } from '../platform/http/conditional.js';

export const tagOfClaim = (version: number): string => entityTag('claim', version);

export const ifMatchClaim = { 'If-Match': 'The ETag of the claim you read; 412 when it has changed since' };

/** Looked at under the claim's lock. */
export const unchangedClaim =
  ({ request }: { request: IncomingMessage }) =>
  (version: number): void => {
    requireMatch(request, tagOfClaim(version));
  };
