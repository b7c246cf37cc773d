import type { IncomingMessage, ServerResponse } from 'node:http';
import { holdersOf, may } from '../../domain/access/rules.js';
import type { Caller, Permission } from '../../domain/access/rules.js';
import { addressOf } from '../../domain/access/address.js';
import type { Rates } from '../auth/rate.service.js';
import { Failure } from '../errors.js';
import { headerOf } from './header.js';
import { noteKey } from './logging.js';
import { isWrite, type Guarded } from './route.js';

/**
 * Whose key this is, as of at most so long ago; undefined for one that is unknown, wrong, expired or revoked. Its use
 * is noted where an address is given.
 */
export type Authenticate = (
  token: string,
  address?: string,
  atMostMs?: number,
) => Promise<Caller | undefined>;

/** What stands between a request and an operation. */
export interface Authentication {
  authenticate: Authenticate;
  /** Calls `wake` when what a caller may do has changed; without it, who waits finds out when something is sent. */
  watchRights?: (caller: Caller, wake: () => void) => () => void;
  /** How much each caller may ask; without them, as much as they like. */
  rates?: Pick<Rates, 'admitRate' | 'admitFailure'>;
  /** How many proxies of our own stand before us. */
  proxies?: number;
}

const bearer = /^Bearer +(?<token>[^ ]+) *$/i;
/** Room for a signed token with many claims in it; Node refuses headers of 16 KiB. */
const wellFormed = /^[A-Za-z0-9\-._~+/]{1,8192}=*$/;
const basic = /^Basic +(?<text>[A-Za-z0-9+/]+=*) *$/i;

/**
 * The caller, who holds the permission and is within their limits; otherwise throws `unauthenticated`, `limited`
 * or `forbidden`.
 */
export async function admit(
  operation: Guarded,
  request: IncomingMessage,
  response: ServerResponse,
  authentication: Authentication,
): Promise<Caller> {
  const { rates } = authentication;
  const tell = (name: string, value: string): void => {
    response.setHeader(name, value);
  };
  const use = { address: addressFor(request, authentication) };
  const caller = await identify(operation, request, authentication, use).catch((error: unknown) => {
    if (error instanceof Failure && error.kind === 'unauthenticated') {
      rates?.admitFailure(use.address, tell);
      if (operation.forBrowsers) tell('WWW-Authenticate', 'Basic realm="isnad", charset="UTF-8"');
    }
    throw error;
  });
  noteKey(response, caller.keyId);
  rates?.admitRate(caller, isWrite(operation) ? 'writes' : 'reads', operation.cost ?? 1, tell);
  refuseWithout(operation.permission, caller);
  if (isWrite(operation) && sentByItself(request)) refuseFromElsewhere(request);
  return caller;
}

/** Who has been let in, as they were at most so long ago; throws what they would be refused with now. It is no use of the key. */
export async function recognize(
  operation: Guarded,
  request: IncomingMessage,
  authentication: Authentication,
  atMostMs: number,
): Promise<Caller> {
  const caller = await identify(operation, request, authentication, { atMostMs });
  refuseWithout(operation.permission, caller);
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
  { address, atMostMs }: { address?: string; atMostMs?: number },
): Promise<Caller> {
  const header = headerOf(request, 'authorization');
  if (header === undefined)
    throw new Failure('unauthenticated', 'Send a key: `Authorization: Bearer <key>`.');
  const token =
    bearer.exec(header)?.groups?.['token'] ?? (operation.forBrowsers ? passwordIn(header) : undefined);
  const caller =
    token !== undefined && wellFormed.test(token)
      ? await authentication.authenticate(token, address, atMostMs)
      : undefined;
  // Malformed, unknown, wrong, expired and revoked look the same from outside.
  if (!caller) throw new Failure('unauthenticated', 'This key is not valid.');
  return caller;
}

/** Of HTTP Basic; whatever stands for the name says nothing. */
function passwordIn(header: string): string | undefined {
  const text = basic.exec(header)?.groups?.['text'];
  return text === undefined ? undefined : /:(.*)/s.exec(Buffer.from(text, 'base64').toString())?.[1];
}

/** A browser that knows a password sends it along by itself, whoever made the page that a form is on. */
const sentByItself = (request: IncomingMessage): boolean =>
  basic.test(headerOf(request, 'authorization') ?? '');

/** Browsers say where a form is from in one header or the other; what says neither is no browser of today. */
function refuseFromElsewhere(request: IncomingMessage): void {
  const site = headerOf(request, 'sec-fetch-site');
  const origin = headerOf(request, 'origin') ?? '';
  const isOwn =
    site === undefined
      ? URL.canParse(origin) && new URL(origin).host === headerOf(request, 'host')
      : site === 'same-origin';
  if (isOwn) return;
  throw new Failure(
    'forbidden',
    'This may be sent from a page of this installation only, or with a bearer key.',
    {
      code: 'sent_from_elsewhere',
    },
  );
}

function refuseWithout(permission: Permission, { role }: Caller): void {
  if (may(role, permission)) return;
  const roles = holdersOf(permission);
  throw new Failure('forbidden', `This needs a key of role ${roles.join(' or ')}; yours has role ${role}.`, {
    extra: { permission, roles },
  });
}
