import type { IncomingMessage, ServerResponse } from 'node:http';
import { holdersOf, may, type Caller, type Permission } from '../../domain/access/rules.js';
import { addressOf } from '../../domain/access/address.js';
import { parseKey } from '../../domain/access/key.js';
import { sessionTokenIn } from '../../domain/access/session.js';
import type { Authenticate } from '../auth/authentication.js';
import type { Rates } from '../auth/rate.service.js';
import { Failure } from '../errors.js';
import { headerOf } from './header.js';
import { noteKey } from './logging.js';
import { requireOwnPage, forbidOtherPages, requireTls } from './own-page.js';
import { isWrite, type Guarded } from './route.js';

/** Malformed, unknown, wrong, expired and revoked look the same from outside. */
const notValid = 'This key is not valid: see that it is all there, or ask an admin for another.';

/** What stands between a request and an operation. */
export interface Authentication {
  authenticate: Authenticate;
  /** The same of the token of a browser's session; without it there are none. */
  authenticateSession?: Authenticate;
  /** Calls `wake` when what a caller may do has changed; without it, who waits finds out when something is sent. */
  watchRights?: (caller: Caller, wake: () => void) => () => void;
  /** How much each caller may ask; without them, as much as they like. */
  rates?: Pick<Rates, 'limitCaller' | 'limitFailures' | 'blockAfterFailures' | 'limitPublic'>;
  /** How many proxies of our own stand before us. */
  proxies?: number;
}

/** From where, where it is a use of the key; and how old what is known of it may be. */
interface Use {
  address?: string | undefined;
  atMostMs?: number | undefined;
}

const bearer = /^Bearer +(?<token>[^ ]+) *$/i;
/** Room for a signed token with many claims in it; Node refuses headers of 16 KiB. */
const wellFormed = /^[A-Za-z0-9\-._~+/]{1,8192}=*$/;
const basic = /^Basic +(?<text>[A-Za-z0-9+/]+=*) *$/i;

/**
 * The caller, who holds the permission and is within their limits; otherwise throws `unauthenticated`, `limited`
 * or `forbidden`.
 */
export async function authorize(
  operation: Guarded,
  request: IncomingMessage,
  response: ServerResponse,
  authentication: Authentication,
): Promise<Caller> {
  const { rates } = authentication;
  const setHeader = (name: string, value: string): void => {
    response.setHeader(name, value);
  };
  const use = { address: addressFor(request, authentication) };
  const caller = await identify(operation, request, authentication, use).catch((error: unknown) => {
    if (error instanceof Failure && error.kind === 'unauthenticated') {
      rates?.limitFailures(use.address, setHeader);
      if (operation.forBrowsers) setHeader('WWW-Authenticate', 'Basic realm="isnad", charset="UTF-8"');
    }
    throw error;
  });
  noteKey(response, caller.keyId);
  rates?.limitCaller(caller, isWrite(operation) ? 'writes' : 'reads', operation.cost ?? 1, setHeader);
  requirePermission(operation.permission, caller);
  if (isWrite(operation) && sentByItself(request)) requireOwnPage(request);
  return caller;
}

/** Who has been let in, as they were at most so long ago; throws what they would be refused with now. It is no use of the key. */
export async function reauthorize(
  operation: Guarded,
  request: IncomingMessage,
  authentication: Authentication,
  atMostMs: number,
): Promise<Caller> {
  const caller = await identify(operation, request, authentication, { atMostMs });
  requirePermission(operation.permission, caller);
  return caller;
}

export const addressFor = (
  request: IncomingMessage,
  { proxies = 0 }: Pick<Authentication, 'proxies'>,
): string =>
  addressOf(
    request.socket.remoteAddress,
    proxies > 0 ? headerOf(request, 'x-forwarded-for') : undefined,
    proxies,
  );

async function identify(
  operation: Guarded,
  request: IncomingMessage,
  authentication: Authentication,
  { address, atMostMs }: Use,
): Promise<Caller> {
  const header = headerOf(request, 'authorization');
  if (header === undefined) return identifySession(request, authentication, { address, atMostMs });
  const token =
    bearer.exec(header)?.groups?.['token'] ?? (operation.forBrowsers ? passwordIn(header) : undefined);
  const caller =
    token !== undefined && wellFormed.test(token)
      ? await authentication.authenticate(token, address, atMostMs)
      : undefined;
  if (!caller) throw new Failure('unauthenticated', notValid);
  return caller;
}

/** The member of a browser's session: it sends a cookie and no key. */
async function identifySession(
  request: IncomingMessage,
  { authenticateSession }: Authentication,
  { address, atMostMs }: Use,
): Promise<Caller> {
  const token = sessionTokenIn(headerOf(request, 'cookie'));
  if (token === undefined || !authenticateSession)
    throw new Failure('unauthenticated', 'Send a key: `Authorization: Bearer <key>`.');
  const caller = await authenticateSession(token, address, atMostMs);
  if (!caller) throw new Failure('unauthenticated', 'This session has ended. Sign in again.');
  return caller;
}

/** Who brings a key in the body, to begin a session; counted and limited as one in a header is. */
export async function authorizeKey(
  key: string,
  request: IncomingMessage,
  response: ServerResponse,
  authentication: Authentication,
): Promise<Caller> {
  forbidOtherPages(request);
  requireTls(request, authentication.proxies ?? 0);
  const identify = async (address: string): Promise<Caller | undefined> =>
    parseKey(key) ? authentication.authenticate(key, address) : undefined;
  return authorizeIdentified(identify, request, response, authentication);
}

/**
 * Who is known by other means than what the request brings: it costs more than a look, and is not tried for an address from
 * which too much has failed.
 */
export async function authorizeUnlessBlocked(
  ...given: Parameters<typeof authorizeIdentified>
): Promise<Caller> {
  const [, request, , authentication] = given;
  authentication.rates?.blockAfterFailures(addressFor(request, authentication));
  return authorizeIdentified(...given);
}

/** Each failure counts against the address. */
async function authorizeIdentified(
  identify: (address: string) => Promise<Caller | undefined>,
  request: IncomingMessage,
  response: ServerResponse,
  authentication: Authentication,
): Promise<Caller> {
  const { rates } = authentication;
  const setHeader = (name: string, value: string): void => {
    response.setHeader(name, value);
  };
  const address = addressFor(request, authentication);
  const caller = await identify(address);
  if (!caller) {
    rates?.limitFailures(address, setHeader);
    throw new Failure('unauthenticated', notValid);
  }
  noteKey(response, caller.keyId);
  rates?.limitCaller(caller, 'writes', 1, setHeader);
  return caller;
}

/** Of HTTP Basic; whatever stands for the name says nothing. */
function passwordIn(header: string): string | undefined {
  const text = basic.exec(header)?.groups?.['text'];
  return text === undefined ? undefined : /:(.*)/s.exec(Buffer.from(text, 'base64').toString())?.[1];
}

/** A browser sends a password or a session along by itself, also from a form on somebody else's page. */
function sentByItself(request: IncomingMessage): boolean {
  const header = headerOf(request, 'authorization');
  return header === undefined || basic.test(header);
}

function requirePermission(permission: Permission, { role }: Caller): void {
  if (may(role, permission)) return;
  const roles = holdersOf(permission);
  throw new Failure('forbidden', `This needs a key of role ${roles.join(' or ')}; yours has role ${role}.`, {
    extra: { permission, roles },
  });
}
