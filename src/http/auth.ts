import type { IncomingMessage } from 'node:http';
import { holdersOf, may } from '../access/access.rules.js';
import type { Caller, Permission } from '../access/access.rules.js';
import { Failure } from '../errors.js';
import { headerOf } from './header.js';

/** Whose key this is; undefined for one that is unknown, wrong or revoked. */
export type Authenticate = (token: string) => Promise<Caller | undefined>;

const bearer = /^Bearer +(?<token>[A-Za-z0-9\-._~+/]{1,512}=*) *$/i;

/** The caller, who holds the permission; otherwise throws `unauthenticated` or `forbidden`. */
export async function admit(
  request: IncomingMessage,
  permission: Permission,
  authenticate: Authenticate,
): Promise<Caller> {
  const caller = await identify(headerOf(request, 'authorization'), authenticate);
  if (may(caller.role, permission)) return caller;
  const roles = holdersOf(permission);
  throw new Failure(
    'forbidden',
    `This needs a key of role ${roles.join(' or ')}; yours has role ${caller.role}.`,
    { extra: { permission, roles } },
  );
}

async function identify(header: string | undefined, authenticate: Authenticate): Promise<Caller> {
  if (header === undefined)
    throw new Failure('unauthenticated', 'Send a key: `Authorization: Bearer <key>`.');
  const token = bearer.exec(header)?.groups?.['token'];
  const caller = token === undefined ? undefined : await authenticate(token);
  // Malformed, unknown, wrong and revoked look the same from outside.
  if (!caller) throw new Failure('unauthenticated', 'This key is not valid.');
  return caller;
}
