import type { IncomingMessage } from 'node:http';

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
