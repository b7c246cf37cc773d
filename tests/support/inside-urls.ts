import { networkInterfaces } from 'node:os';

const loopback4 = [
  '127.0.0.1',
  '127.1',
  '127.0.1',
  '127.0.0.1.',
  '127.255.255.254',
  '127.000.000.001',
  '2130706433',
  '0x7f000001',
  '0x7F.0x0.0x0.0x1',
  '0x7f.1',
  '127.0.0.0x1',
  '0177.0.0.1',
  '0177.1',
  '00000177.0.0.1',
  '017700000001',
  '%31%32%37.0.0.1',
  '127%2e0%2e0%2e1',
  '１２７.０.０.１',
  '①②⑦.⓪.⓪.①',
  '127。0。0。1',
  '127．0．0．1',
  '127｡0｡0｡1',
  '𝟏𝟐𝟕.𝟎.𝟎.𝟏',
  '0',
  '0x0',
  '0.0.0.0',
  '0.0.0.1',
];

const loopback6 = [
  '[::1]',
  '[0:0:0:0:0:0:0:1]',
  '[::]',
  '[::ffff:127.0.0.1]',
  '[::FFFF:7F00:1]',
  '[0:0:0:0:0:ffff:127.0.0.1]',
  '[::127.0.0.1]',
  '[::7f00:1]',
  '[::ffff:0:127.0.0.1]',
  '[64:ff9b::127.0.0.1]',
  '[64:ff9b::7f00:1]',
  '[64:ff9b:1::127.0.0.1]',
  '[2002:7f00:1::1]',
  '[2001:0:7f00:1::80ff:fffe]',
  '[2600::5efe:7f00:1]',
  '[2600::200:5efe:7f00:1]',
];

const names = [
  'localhost',
  'LOCALHOST',
  'localhost.',
  'localhost..',
  'any.localhost',
  'localhost.localdomain',
  'ip6-localhost',
  'ⓛⓞⓒⓐⓛⓗⓞⓢⓣ',
  'local\u00ADhost',
  'l%6fcalhost',
  'intranet',
  'printer.local',
  'metadata.google.internal',
];

const inside = [
  '10.0.0.1',
  '10.1',
  '172.16.0.1',
  '172.31.255.255',
  '192.168.0.1',
  '0xc0a80001',
  '100.64.0.1',
  '100.100.100.200',
  '169.254.169.254',
  '0xa9fea9fe',
  '168.63.129.16',
  '192.0.0.192',
  '[fd00:ec2::254]',
  '[fc00::1]',
  '[fe80::1]',
  '[fec0::1]',
  '[::ffff:10.0.0.1]',
  '[64:ff9b::169.254.169.254]',
  '[2002:a9fe:a9fe::1]',
];

const nowhere = [
  '192.0.2.1',
  '198.51.100.1',
  '203.0.113.1',
  '198.18.0.1',
  '192.88.99.1',
  '224.0.0.1',
  '240.0.0.1',
  '255.255.255.255',
  '[2001:db8::1]',
  '[3fff::1]',
  '[100::1]',
  '[ff02::1]',
  '[5f00::1]',
  '[4000::1]',
];

/** Addresses of this machine that others may reach it at, and those of IPv4 as they are written in IPv6. */
const own = Object.values(networkInterfaces())
  .flatMap((all) => all ?? [])
  .filter(({ internal, address }) => !internal && !address.startsWith('fe80'))
  .flatMap(({ address, family }) =>
    family === 'IPv6'
      ? [`[${address}]`]
      : [address, ...['::ffff:', '::', '::ffff:0:', '64:ff9b::'].map((prefix) => `[${prefix}${address}]`)],
  );

const hosts = [...loopback4, ...loopback6, ...names, ...inside, ...nowhere, ...own];

/** URLs that lead, or pretend not to lead, to the given port inside; none of them may be called. */
export const urlsInside = (port: number): string[] => [
  ...hosts.map((host) => `http://${host}:${String(port)}/`),
  ...[
    'http://[::1%25lo]:PORT/',
    'http://[fe80::1%25eth0]:PORT/',
    'http://user@127.0.0.1:PORT/',
    'http://user:word@news.example:PORT/',
    'http://news.example@127.0.0.1:PORT/',
    'http://127.0.0.1:PORT\\@news.example/',
    'http://127.0.0.1:PORT#@news.example/',
    'http://news.example:80@127.0.0.1:PORT/',
    'http:127.0.0.1:PORT/',
    'http:/\\127.0.0.1:PORT/',
    'ht\ntp://127.0.0.1:PORT/',
    'http://127.0.0.1:PORT/?x=http://news.example/',
    'https://127.0.0.1:PORT/',
    'ftp://127.0.0.1:PORT/',
    'ws://127.0.0.1:PORT/',
    'gopher://127.0.0.1:PORT/_GET',
    'http+unix://%2Frun%2Fdocker.sock/',
    'file:///etc/passwd',
    'data:text/plain,hello',
    'blob:http://127.0.0.1:PORT/x',
    '//127.0.0.1:PORT/',
  ].map((url) => url.replace('PORT', String(port))),
];
