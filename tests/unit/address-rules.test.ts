import { describe, expect, it } from 'vitest';
import { addressOf, countedAs, networkOf, networksAround } from '../../src/domain/access/address.js';

describe('the network of an address', () => {
  it.each([
    ['192.0.2.77', '192.0.2.0/24'],
    ['::ffff:192.0.2.77', '192.0.2.0/24'],
    ['2001:db8:12:3456:789a:bcde:f012:3456', '2001:db8:12::/48'],
    ['2001:DB8::1', '2001:db8:0::/48'],
    ['::1', '0:0:0::/48'],
    ['fe80::1', 'fe80:0:0::/48'],
    ['unknown', 'unknown'],
  ])('%s is in %s', (address, network) => {
    expect(networkOf(address)).toBe(network);
  });
});

describe('what a limit counts as one caller', () => {
  it.each([
    ['192.0.2.77', '192.0.2.77'],
    ['::ffff:192.0.2.77', '192.0.2.77'],
    ['2001:db8:12:3456:789a:bcde:f012:3456', '2001:db8:12:3456::/64'],
    ['2001:DB8::1', '2001:db8:0:0::/64'],
    ['unknown', 'unknown'],
  ])('%s counts as %s', (address, caller) => {
    expect(countedAs(address)).toBe(caller);
  });
});

describe('where there are too many to count apart', () => {
  it.each([
    ['192.0.2.77', ['192.0.2.77', '192.0.2.0/24', '192.0.0.0/16']],
    ['2001:db8:12:3456::1', ['2001:db8:12:3456::/64', '2001:db8:12:3400::/56', '2001:db8:12::/48']],
    ['2001:db8::1', ['2001:db8:0:0::/64', '2001:db8:0:0::/56', '2001:db8:0::/48']],
    ['unknown', ['unknown']],
  ])('%s counts with its networks, narrow ones first', (address, networks) => {
    expect(networksAround(address)).toEqual(networks);
  });
});

describe('the address of a caller', () => {
  it.each([
    ['192.0.2.7:5678', '192.0.2.7'],
    ['[2001:db8::7]:443', '2001:db8::7'],
    ['[2001:DB8::7]', '2001:db8::7'],
    ['2001:db8:0::7', '2001:db8::7'],
    ['::ffff:192.0.2.7', '192.0.2.7'],
    ['[::ffff:c000:207]:9', '192.0.2.7'],
    ['fe80::1%eth0', 'fe80::1'],
    ['1.2.3', '10.0.0.1'],
    ['300.1.1.1', '10.0.0.1'],
    ['1.2.3.4:5:6', '10.0.0.1'],
    [':::', '10.0.0.1'],
    ['dead', '10.0.0.1'],
    ['[1.2.3.4', '10.0.0.1'],
  ])('is the same whatever port the proxy writes along: %s is %s', (written, address) => {
    expect(addressOf('10.0.0.1', `198.51.100.1, ${written}`, 1)).toBe(address);
  });

  const forwarded = 'claimed, 198.51.100.1, 198.51.100.2';
  it.each([
    [0, forwarded, '10.0.0.1'],
    [1, forwarded, '198.51.100.2'],
    [2, forwarded, '198.51.100.1'],
    [3, forwarded, '10.0.0.1'],
    [4, forwarded, '10.0.0.1'],
    [1, undefined, '10.0.0.1'],
    [1, 'x y', '10.0.0.1'],
  ])('behind %i proxies that say %s is %s', (proxies, header, address) => {
    expect(addressOf('10.0.0.1', header, proxies)).toBe(address);
  });
});
