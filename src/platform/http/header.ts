import type { IncomingMessage } from 'node:http';

/** A request header by its name in lower case; of several with one name, the list RFC 9110 makes of them. */
export function headerOf({ headers }: IncomingMessage, name: string): string | undefined {
  const value = headers[name];
  return Array.isArray(value) ? value.join(', ') : value;
}
