import type { IncomingMessage } from 'node:http';

/** A target may be sent with scheme and host before it (RFC 9112): the host in it is not looked at, since this server was asked. */
export function takeOwnTarget(request: IncomingMessage): void {
  const { url } = request;
  if (url === undefined || url.startsWith('/')) return;
  const target = url.replace(/^https?:\/\/[^/?#]*/i, '');
  if (target !== url) request.url = target.startsWith('/') ? target : `/${target}`;
}

/** The request's target as it was sent: Express cuts `url` where it hands on to a router. */
const targetOf = (request: IncomingMessage): string =>
  (request as { originalUrl?: string }).originalUrl ?? request.url ?? '';

export function pathOf(request: IncomingMessage): string {
  const target = targetOf(request);
  const question = target.indexOf('?');
  return question === -1 ? target : target.slice(0, question);
}

/** What stands behind the question mark; empty without one. */
export function searchOf(request: IncomingMessage): string {
  const target = targetOf(request);
  const question = target.indexOf('?');
  return question === -1 ? '' : target.slice(question + 1);
}
