import type { IncomingMessage, ServerResponse } from 'node:http';
import { holdersOf, may } from '../access/access.rules.js';
import type { Caller, Permission } from '../access/access.rules.js';
import { addressOf } from '../access/address.rules.js';
import type { Rates } from '../access/rate.service.js';
import { Failure } from '../errors.js';
import { headerOf } from './header.js';
import { noteKey } from './logging.js';
import { isWrite, type Guarded } from './route.js';

/** Whose key this is, used from that address; undefined for one that is unknown, wrong, expired or revoked. */
export type Authenticate = (token: string, address: string) => Promise<Caller | undefined>;

/** What stands between a request and an operation. */
export interface Entrance {
  authenticate: Authenticate;
  /** How much each caller may ask; without them, as much as they like. */
  rates?: Pick<Rates, 'admitRate' | 'admitFailure'>;
  /** How many proxies of our own stand before us. */
  proxies?: number;
}

/** Room for a signed token with many claims in it; Node refuses headers of 16 KiB. */
const bearer = /^Bearer +(?<token>[A-Za-z0-9\-._~+/]{1,8192}=*) *$/i;

/**
 * The caller, who holds the permission and is within their limits; otherwise throws `unauthenticated`, `limited`
 * or `forbidden`.
 */
export async function admit(
  operation: Guarded,
  request: IncomingMessage,
  response: ServerResponse,
  entrance: Entrance,
): Promise<Caller> {
  const { rates } = entrance;
  const tell = (name: string, value: string): void => {
    response.setHeader(name, value);
  };
  const caller = await identify(request, entrance).catch((error: unknown) => {
    if (error instanceof Failure && error.kind === 'unauthenticated')
      rates?.admitFailure(addressFor(request, entrance), tell);
    throw error;
  });
  noteKey(response, caller.keyId);
  rates?.admitRate(caller, isWrite(operation) ? 'writes' : 'reads', operation.cost ?? 1, tell);
  refuseWithout(operation.permission, caller);
  return caller;
}

/** Whether who has been let in would be let in again; counts for no limit. */
export async function recognise(
  operation: Guarded,
  request: IncomingMessage,
  entrance: Entrance,
): Promise<void> {
  refuseWithout(operation.permission, await identify(request, entrance));
}

const addressFor = (request: IncomingMessage, { proxies = 0 }: Entrance): string =>
  addressOf(
    request.socket.remoteAddress,
    proxies > 0 ? headerOf(request, 'x-forwarded-for') : undefined,
    proxies,
  );

async function identify(request: IncomingMessage, entrance: Entrance): Promise<Caller> {
  const header = headerOf(request, 'authorization');
  if (header === undefined)
    throw new Failure('unauthenticated', 'Send a key: `Authorization: Bearer <key>`.');
  const token = bearer.exec(header)?.groups?.['token'];
  const caller =
    token === undefined ? undefined : await entrance.authenticate(token, addressFor(request, entrance));
  // Malformed, unknown, wrong, expired and revoked look the same from outside.
  if (!caller) throw new Failure('unauthenticated', 'This key is not valid.');
  return caller;
}

function refuseWithout(permission: Permission, { role }: Caller): void {
  if (may(role, permission)) return;
  const roles = holdersOf(permission);
  throw new Failure('forbidden', `This needs a key of role ${roles.join(' or ')}; yours has role ${role}.`, {
    extra: { permission, roles },
  });
}
