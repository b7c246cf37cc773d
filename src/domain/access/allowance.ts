/** PURE: what the operator lets us call although it is not public (`WEBHOOK_ALLOW`, `CAPTURE_ALLOW`). */
import { isWithin, readRange } from './outside-address.js';

/** A range of addresses, on any port; or one host by its name or address, on one port. */
export type Allowance = { range: NonNullable<ReturnType<typeof readRange>> } | { host: string; port: number };

/** What an entry means; undefined where it means nothing. */
export function readAllowance(text: string): Allowance | undefined {
  const range = readRange(text);
  if (range) return { range };
  const port = /:(\d{1,5})$/.exec(text)?.[1];
  // The URL parser knows all spellings of a host; whatever else it finds here makes it no host.
  if (port === undefined || !URL.canParse(`http://${text}`)) return undefined;
  const { hostname, username, pathname, search, hash } = new URL(`http://${text}`);
  const plain = username === '' && pathname === '/' && search === '' && hash === '';
  return plain && hostname !== '' && !text.endsWith('/') ? { host: hostname, port: Number(port) } : undefined;
}

/** Host and port of an address that the operator names, and nothing else. */
export function allowanceFor(url: string): Allowance {
  const named = new URL(url);
  return { host: named.hostname, port: portOf(named) };
}

/** The port that a URL leads to, named or not. */
export const portOf = ({ port, protocol }: URL): number =>
  port === '' ? (protocol === 'https:' ? 443 : 80) : Number(port);

/** Whether a host of a URL, on this port, is allowed by its name: then wherever it leads. */
export const allowsHost = (allowances: readonly Allowance[], host: string, port: number): boolean =>
  allowances.some((one) => 'host' in one && one.host === host && one.port === port);

export const allowsAddress = (allowances: readonly Allowance[], address: string): boolean =>
  allowances.some((one) => 'range' in one && isWithin(address, one.range));
