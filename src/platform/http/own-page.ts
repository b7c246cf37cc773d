/** From which page, and over which way, a browser sends something. */
import type { IncomingMessage } from 'node:http';
import { isOwnMachine } from '../../domain/access/secure-origin.js';
import { Failure } from '../errors.js';
import { headerOf } from './header.js';

/** Browsers say where a form is from in one header or the other; undefined: it says neither, and is no browser of today. */
function isOfOwnPage(request: IncomingMessage): boolean | undefined {
  const site = headerOf(request, 'sec-fetch-site');
  if (site !== undefined) return site === 'same-origin';
  const origin = headerOf(request, 'origin');
  if (origin === undefined) return undefined;
  return URL.canParse(origin) && new URL(origin).host === headerOf(request, 'host');
}

/** Of a page that a browser was led to: by one of another site, which a strict cookie is not sent along with. */
export const isFromAnotherSite = (request: IncomingMessage): boolean =>
  headerOf(request, 'sec-fetch-site') === 'cross-site';

/** A browser sends its cookie from every page; only a page of ours may write with it. */
export function requireOwnPage(request: IncomingMessage): void {
  if (isOfOwnPage(request) !== true) throw fromElsewhere();
}

/** Of what nothing is sent along with: a page from elsewhere may not, and what is no browser may. */
export function forbidOtherPages(request: IncomingMessage): void {
  if (isOfOwnPage(request) === false) throw fromElsewhere();
}

const fromElsewhere = (): Failure =>
  new Failure('forbidden', 'This may be sent from a page of this installation only, or with a bearer key.', {
    code: 'sent_from_elsewhere',
  });

/** Browsers keep a secure cookie where the page came by TLS, or from their own machine; elsewhere it would be lost unseen. */
export function requireTls(request: IncomingMessage, proxies: number): void {
  const origin = headerOf(request, 'origin') ?? '';
  const from = URL.canParse(origin) ? new URL(origin) : undefined;
  const forwarded = proxies > 0 ? headerOf(request, 'x-forwarded-proto') : undefined;
  const scheme = from?.protocol ?? `${forwarded?.split(',').at(-1)?.trim() ?? 'http'}:`;
  if (scheme === 'https:') return;
  const host = from?.hostname ?? (headerOf(request, 'host') ?? '').replace(/:\d+$/, '');
  if (isOwnMachine(host)) return;
  throw new Failure(
    'forbidden',
    'Signing in with a browser from another machine needs TLS: reach this installation by https, through a proxy of yours that says so in `X-Forwarded-Proto` (`TRUSTED_PROXIES`). What was sent went unencrypted: replace the key.',
    { code: 'tls_needed' },
  );
}
