/** PURE: from where a request comes, and how much of that is kept. */
import { readIp } from './outside-address.js';

const mapped = /^::ffff:(\d+\.\d+\.\d+\.\d+)$/i;
const four = /^\d{1,3}(?:\.\d{1,3}){3}$/;

/**
 * The caller's address behind so many proxies of our own. Each proxy adds the address it was called from at the end of
 * `X-Forwarded-For`; what stands before those is only what somebody claims.
 */
export function addressOf(
  remote: string | undefined,
  forwarded: string | undefined,
  proxies: number,
): string {
  const own = remote ?? 'unknown';
  if (proxies === 0) return own;
  const named = (forwarded ?? '').split(',').map((part) => part.trim());
  return bareAddress(named.at(-proxies) ?? '') ?? own;
}

/** Some proxies write the port along, with IPv6 in brackets: it is another for every connection, and says nothing of who it is. */
function bareAddress(text: string): string | undefined {
  const found = /^(?:\[([\da-f:.]+)(?:%\w+)?\](?::\d+)?|([\d.]+)(?::\d+)?|([\da-f:.]+)(?:%\w+)?)$/i.exec(
    text,
  );
  return readIp(found?.[1] ?? found?.[2] ?? found?.[3] ?? '')?.toString();
}

/**
 * The network an address is in: the first 24 bits of IPv4, the first 48 of IPv6. Enough to see that a key is
 * used from another place than usual, and too little to tell one person from another.
 */
export function networkOf(address: string): string {
  const plain = mapped.exec(address)?.[1] ?? address;
  if (four.test(plain)) return plain.replace(/\d+$/, '0/24');
  return plain.includes(':') ? `${groupsOf(plain, 3)}::/48` : 'unknown';
}

/** What a limit counts as one caller: an IPv4 address; of IPv6 the first 64 bits, all below which one machine may have. */
export function countedAs(address: string): string {
  const plain = mapped.exec(address)?.[1] ?? address;
  return plain.includes(':') ? `${groupsOf(plain, 4)}::/64` : plain;
}

/** The networks that an address is counted with, from the narrowest: the wider ones where there are too many to count apart. */
export function networksAround(address: string): readonly [string, ...string[]] {
  const own = countedAs(address);
  if (four.test(own)) return [own, `${own.replace(/\d+$/, '0')}/24`, `${own.replace(/\d+\.\d+$/, '0.0')}/16`];
  if (!own.includes(':')) return [own];
  const [first, second, third, last = '0'] = groupsOf(address, 4).split(':');
  const upper = (parseInt(last, 16) & 0xff00).toString(16);
  const site = [first, second, third].join(':');
  return [own, `${site}:${upper}::/56`, `${site}::/48`];
}

/** The first so many of its eight groups. */
function groupsOf(address: string, count: number): string {
  const [head = '', tail] = address.toLowerCase().split('::');
  const left = head === '' ? [] : head.split(':');
  const right = tail === undefined || tail === '' ? [] : tail.split(':');
  const gap = tail === undefined ? 0 : Math.max(0, 8 - left.length - right.length);
  const groups = [...left, ...Array.from({ length: gap }, () => '0'), ...right];
  const first = groups.slice(0, count).map((group) => (parseInt(group, 16) || 0).toString(16));
  return first.join(':');
}
