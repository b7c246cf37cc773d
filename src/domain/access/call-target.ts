/** PURE: what a URL says of where it leads, before anything is looked up. */
import { faultOfIp } from './outside-address.js';
import { portOf, allowsAddress, allowsHost, type Allowance } from './allowance.js';

export interface Target {
  url: URL;
  /** As in the URL; an IPv6 address in brackets. */
  host: string;
  port: number;
  /** The operator names this host and port: whatever it leads to may be called. */
  trusted: boolean;
}

/** Below 1024 only the web's own; above, what answers to more than HTTP. */
const firstFreePort = 1024;
const webPorts = [80, 443];
const otherServices = [
  ...[1433, 1521, 3306, 5432, 5984, 6379, 7000, 7001, 9042, 9200, 9300, 11211, 27017, 27018], // databases, caches
  ...[2049, 2181, 2375, 2376, 2377, 2379, 2380, 4001, 6443, 8300, 10250, 10255], // clusters, containers, files
  ...[1719, 1720, 1723, 3659, 4045, 4190, 5060, 5061, 6000, 6566, 6665, 6666, 6667, 6668, 6669, 6679, 6697],
  ...[3389, 5900, 5985, 5986, 10080], // remote desks; those above and this one no browser calls either
];

/** Names that mean this machine or this network, whatever DNS says. */
const insideNames = /(^|\.)(localhost|localdomain|local|internal|intranet|lan|home\.arpa)$/;

const isAddress = (host: string): boolean => host.startsWith('[') || /^[\d.]+$/.test(host);

/** The address itself, where the host of a URL is one. */
export const addressIn = (host: string): string | undefined =>
  isAddress(host) ? host.replace(/^\[|\]$/g, '') : undefined;

/** Where a URL leads; a text says why it may not be called, to follow "the address". */
export function readTarget(text: string, allowances: readonly Allowance[]): Target | string {
  if (!URL.canParse(text)) return 'must be a URL that starts with http:// or https://';
  const url = new URL(text);
  if (url.protocol !== 'https:' && url.protocol !== 'http:')
    return 'must be a URL that starts with http:// or https://';
  if (url.username !== '' || url.password !== '') return 'must not contain a user name or password';
  const port = portOf(url);
  const target = { url, host: url.hostname, port };
  if (allowsHost(allowances, target.host, port)) return { ...target, trusted: true };
  return faultOfPort(port) ?? faultOfHost(target.host, allowances) ?? { ...target, trusted: false };
}

function faultOfPort(port: number): string | undefined {
  const fits = port < firstFreePort ? webPorts.includes(port) : !otherServices.includes(port);
  return fits ? undefined : `must not lead to port ${String(port)}, which is not for the web`;
}

function faultOfHost(host: string, allowances: readonly Allowance[]): string | undefined {
  const address = addressIn(host);
  if (address !== undefined) {
    const fault = allowsAddress(allowances, address) ? undefined : faultOfIp(address);
    return fault && `must not lead to an address that is ${fault}`;
  }
  const name = host.replace(/\.+$/, '');
  if (insideNames.test(name) || !name.includes('.')) return 'must have a host that is known outside as well';
  return undefined;
}
