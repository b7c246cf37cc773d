import { Resolver } from 'node:dns/promises';
import { CallFailure } from './failure.js';

/** All addresses of a name; throws where there is none. */
export type Resolve = (name: string) => Promise<string[]>;

const unknown = new Set(['ENOTFOUND', 'ENODATA', 'EBADNAME']);

/**
 * Asks DNS, and DNS alone: no hosts file, no search list, both of which know the inside. The system's own
 * look-up would also take one of four threads for as long as a slow name server likes. What ends in `.invalid` is
 * never asked for (RFC 6761, 6.4).
 */
export function createResolve({ timeoutMs = 2_000, tries = 2 } = {}): Resolve {
  const resolver = new Resolver({ timeout: timeoutMs, tries });
  return async (name) => {
    if (name.endsWith('.invalid'))
      throw new CallFailure('unknown_host', 'The host is of a domain that has none.');
    const answers = await Promise.allSettled([resolver.resolve4(name), resolver.resolve6(name)]);
    const addresses = answers.flatMap((answer) => (answer.status === 'fulfilled' ? answer.value : []));
    if (addresses.length > 0) return addresses;
    const codes = answers.map((answer) =>
      answer.status === 'rejected' ? (answer.reason as NodeJS.ErrnoException).code : 'ENODATA',
    );
    throw codes.every((code) => unknown.has(code ?? ''))
      ? new CallFailure('unknown_host', 'DNS knows no such host.')
      : new CallFailure('unreachable', 'DNS did not answer for the host.');
  };
}
