/** PURE: which addresses may be called. Only what is public; everything else is somebody's inside. */
import ipaddr from 'ipaddr.js';

type Address = ipaddr.IPv4 | ipaddr.IPv6;
type Range = [Address, number];

/** Public by their numbers, and yet inside: they answer only to those who run in that cloud. */
const insideClouds = new Set(['168.63.129.16']);

/** All of IPv6 that is given out for hosts. What lies outside is reserved, or IPv4 in disguise. */
const givenOut = ipaddr.parseCIDR('2000::/3');

/** An interface identifier of this form has an IPv4 address in it, which a router may unpack (ISATAP). */
const holdsIpv4 = ({ parts }: ipaddr.IPv6): boolean =>
  ((parts[4] ?? 0) & 0xfdff) === 0 && parts[5] === 0x5efe;

/** Why an address may not be called, to follow "it is"; undefined for a public one. */
export function faultOfIp(text: string): string | undefined {
  const address = readIp(text);
  if (!address) return 'not an address';
  const range = address.range();
  if (range !== 'unicast') return `not public (${range})`;
  if (insideClouds.has(address.toString())) return 'not public (metadata)';
  if (!isIpv6(address)) return undefined;
  if (!address.match(givenOut)) return 'not public (reserved)';
  return holdsIpv4(address) ? 'not public (tunnelled)' : undefined;
}

/** Prefixes that stand before an IPv4 address: compatible, mapped, translated (SIIT, NAT64), and 6to4, where it comes next. */
const prefixes: readonly [prefix: readonly number[], at: number][] = [
  [[0, 0, 0, 0, 0, 0], 6],
  [[0, 0, 0, 0, 0, 0xffff], 6],
  [[0, 0, 0, 0, 0xffff, 0], 6],
  [[0x64, 0xff9b, 0, 0, 0, 0], 6],
  [[0x2002], 1],
];

/** Whether two writings lead to the same machine: IPv4 in any of its forms in IPv6 is that IPv4. */
export function isSameAddress(one: string, other: string): boolean {
  const [left, right] = [readInnermost(one), readInnermost(other)];
  return left !== undefined && left === right;
}

function readInnermost(text: string): string | undefined {
  const address = readIp(text.replace(/%.*$/, ''));
  if (!address || !isIpv6(address)) return address?.toString();
  const { parts } = address;
  const found = prefixes.find(([prefix]) => prefix.every((part, at) => parts[at] === part));
  if (!found) return address.toString();
  const [high = 0, low = 0] = parts.slice(found[1]);
  const four = [high >> 8, high & 0xff, low >> 8, low & 0xff].join('.');
  return four === '0.0.0.1' || four === '0.0.0.0' ? address.toString() : four;
}

/**
 * An address in full and strict form, as the system and DNS write it; IPv4 in IPv6 counts as IPv4. The short
 * and octal spellings have been read by the URL parser before they come here, or are no addresses.
 */
export function readIp(text: string): Address | undefined {
  if (ipaddr.IPv4.isValidFourPartDecimal(text)) return ipaddr.IPv4.parse(text);
  if (!ipaddr.IPv6.isValid(text)) return undefined;
  const address = ipaddr.IPv6.parse(text);
  return address.isIPv4MappedAddress() ? address.toIPv4Address() : address;
}

const isIpv6 = (address: Address): address is ipaddr.IPv6 => address.kind() === 'ipv6';

/** `10.0.0.0/8`, or one address; undefined where it is neither. */
export function readRange(text: string): Range | undefined {
  const address = readIp(text);
  if (address) return [address, isIpv6(address) ? 128 : 32];
  const [network = '', bits = ''] = text.split('/');
  if (!readIp(network) || !/^\d{1,3}$/.test(bits) || !ipaddr.isValidCIDR(text)) return undefined;
  return ipaddr.parseCIDR(text);
}

export function isWithin(text: string, [network, bits]: Range): boolean {
  const address = readIp(text);
  return address?.kind() === network.kind() && address.match(network, bits);
}
