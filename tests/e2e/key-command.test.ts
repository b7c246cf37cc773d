import { afterAll, beforeAll, expect, it } from 'vitest';
import { parseKey } from '../../src/domain/access/key.js';
import { startProcess } from '../support/processes.js';
import { createIsnad, type TestIsnad } from '../support/test-runtime.js';

let isnad: TestIsnad;
beforeAll(async () => {
  isnad = await createIsnad();
});
afterAll(() => isnad.close());

const createKey = async (...args: string[]) => {
  const command = startProcess('src/cli/isnad.js', { DATABASE_URL: isnad.url }, ['key', 'create', ...args]);
  return { code: await command.ended, said: command.output().trim() };
};
const keysOf = (ref: string) => isnad.store.db.key.count({ where: { member: { ref } } });

it('"isnad key create" makes a key, and refuses a role that its member does not have', async () => {
  const before = await keysOf('reader');
  const made = await createKey('--member', 'reader', '--role', 'reader');
  expect([made.code, parseKey(made.said) !== undefined]).toEqual([0, true]);
  const refused = await createKey('--member', 'reader', '--role', 'admin');
  expect(refused.code).toBe(1);
  expect(refused.said).toMatch(/^isnad: reader is there already and has the role reader, not admin: /);
  expect(await keysOf('reader')).toBe(before + 1);
});
