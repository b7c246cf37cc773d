import { describe, expect, it } from 'vitest';
import { readEnv } from '../../src/platform/config/env.js';
import { readAllowance, type Allowance } from '../../src/domain/access/allowance.js';
import { readTarget } from '../../src/domain/access/call-target.js';

const allowing = (...texts: string[]): Allowance[] => texts.flatMap((text) => readAllowance(text) ?? []);
const mayCall = (url: string, ...texts: string[]): boolean =>
  typeof readTarget(url, allowing(...texts)) !== 'string';

describe.each([
  ['WEBHOOK_ALLOW', 'webhooks', 'captures'],
  ['CAPTURE_ALLOW', 'captures', 'webhooks'],
] as const)('%s', (name, own, other) => {
  it('is empty: nothing that is not public is allowed', () => {
    expect(readEnv({}).allow[own]).toEqual([]);
    expect(mayCall('http://10.1.2.3/')).toBe(false);
  });

  it('takes ranges and hosts with a port, between commas', () => {
    const { allow } = readEnv({
      [name]: '10.0.0.0/8, fd00::/8 ,hooks.intranet:8443,[::1]:80,',
    });
    expect(allow[own]).toHaveLength(4);
    // What one may reach is nothing to the other.
    expect(allow[other]).toEqual([]);
  });

  it.each([
    '10.0.0.0/33',
    '10.0.0/8',
    'hooks.intranet',
    'http://hooks.intranet:80',
    'a:b@c:80',
    ':80',
    'x:99999',
  ])('names %s as what it does not understand', (text) => {
    expect(() => readEnv({ [name]: `10.0.0.1,${text}` })).toThrow(`${name}: ${text} is neither`);
  });

  it.each([
    ['http://10.1.2.3:8080/', '10.0.0.0/8', true],
    ['http://[::ffff:10.1.2.3]/', '10.0.0.0/8', true],
    ['http://11.1.2.3/', '11.0.0.0/33', true],
    ['http://192.168.1.1/', '10.0.0.0/8', false],
    ['http://10.1.2.3/', '10.1.2.3', true],
    ['http://10.1.2.4/', '10.1.2.3', false],
    ['http://[fd00::1]/', 'fd00::/8', true],
    ['http://10.1.2.3:22/', '10.0.0.0/8', false],
    ['http://hooks.intranet:8443/', 'hooks.intranet:8443', true],
    ['http://HOOKS.intranet:8443/', 'Hooks.Intranet:8443', true],
    ['http://hooks.intranet:8444/', 'hooks.intranet:8443', false],
    ['https://hooks.intranet/', 'hooks.intranet:443', true],
    ['http://hooks.intranet/', 'hooks.intranet:443', false],
    ['http://other.hooks.intranet:8443/', 'hooks.intranet:8443', false],
    ['http://127.0.0.1:22/', '127.0.0.1:22', true],
    ['http://0x7f.1:22/', '127.0.0.1:22', true],
    ['http://[::1]:22/', '[::1]:22', true],
    ['http://user@hooks.intranet:8443/', 'hooks.intranet:8443', false],
    ['ftp://hooks.intranet:8443/', 'hooks.intranet:8443', false],
  ])('%s with %s: %s', (url, allowance, allowed) => {
    expect(mayCall(url, allowance)).toBe(allowed);
  });
});
