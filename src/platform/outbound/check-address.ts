import { networkInterfaces } from 'node:os';
import { faultOfIp, isSameAddress } from '../../domain/access/outside-address.js';
import { allowsAddress, type Allowance } from '../../domain/access/allowance.js';
import { CallFailure } from './failure.js';
import type { Resolve } from './resolve.js';
import { addressIn, type Target } from '../../domain/access/call-target.js';

export interface AddressRules {
  allow: readonly Allowance[];
  resolve: Resolve;
}

/** The addresses a target may be called at. One that is not public refuses the others with it: they share a name. */
export async function resolveAllowed(target: Target, { allow, resolve }: AddressRules): Promise<string[]> {
  const literal = addressIn(target.host);
  const addresses = literal === undefined ? await resolve(target.host) : [literal];
  if (addresses.length === 0) throw new CallFailure('unknown_host', 'DNS knows no such host.');
  for (const address of addresses) requirePublic(address, target, allow);
  return addresses;
}

/** Throws unless the address is public, and not this machine's, or the operator allows it. */
export function requirePublic(
  address: string | undefined,
  { trusted }: Target,
  allow: readonly Allowance[],
): void {
  if (trusted || (address !== undefined && allowsAddress(allow, address))) return;
  const fault = address === undefined ? 'unknown' : (faultOfIp(address) ?? faultOfOwn(address));
  if (fault !== undefined) throw new CallFailure('refused', `The host leads to an address that is ${fault}.`);
}

/** A public address of our own is a way round our own walls. */
const faultOfOwn = (address: string): string | undefined =>
  Object.values(networkInterfaces()).some((all) => all?.some((own) => isSameAddress(own.address, address)))
    ? "this machine's own"
    : undefined;
