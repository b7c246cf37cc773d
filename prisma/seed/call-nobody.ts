import { CallFailure } from '../../src/platform/outbound/failure.js';
import type { Outbound } from '../../src/platform/outbound/outbound.js';

/** Calls nobody. Each address may be written down, whether a name server is there to ask or not. */
export const callNobody: Outbound = {
  findFault: () => Promise.resolve(undefined),
  call: () => Promise.reject(new CallFailure('unknown_host', 'No host ends in .invalid.')),
};
