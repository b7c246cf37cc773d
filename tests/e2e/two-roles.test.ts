/** Owner and application as processes have them, on a server of one's own, and where there is only one role; embedded: start.test.ts. */
import { afterEach, expect, it } from 'vitest';
import { createEmptyDatabase, createTestDatabase } from '../support/database.js';
import { errorOf } from '../support/error-of.js';
import { startProcess } from '../support/processes.js';

const undo: (() => Promise<unknown>)[] = [];
afterEach(async () => {
  for (let step = undo.pop(); step; step = undo.pop()) await step();
});

const readiness = async (url: string) =>
  (await (await fetch(`${url}/readyz`)).json()) as { degraded: string[] };

async function startApi(env: Record<string, string>) {
  const api = startProcess('src/server.js', { PORT: '0', LOG_LEVEL: 'info', ...env });
  undo.push(() => api.end('SIGKILL'));
  const [, url = ''] = await api.says(/"url":"(http:[^"]+)"/);
  return { api, url };
}

it('an erasure by the command asks for the owner’s address, and is carried out with it', async () => {
  const { url, ownerUrl, drop } = await createTestDatabase();
  undo.push(drop);
  const run = async (args: string[], env: Record<string, string>) => {
    const command = startProcess('src/cli/isnad.js', { DATABASE_URL: url, ...env }, args);
    return { code: await command.ended, said: command.output() };
  };
  const erase = ['erase', '--compact'];
  expect(await run(erase, {})).toEqual({
    code: 1,
    said: expect.stringMatching(/^isnad: .*may not do this\. Set DATABASE_OWNER_URL[^\n]*\n$/) as string,
  });
  expect(await run(erase, { DATABASE_OWNER_URL: ownerUrl })).toMatchObject({ code: 0 });
});

it('with one role everything works, the log warns once, and readyz is degraded', async () => {
  const { ownerUrl, drop } = await createTestDatabase();
  undo.push(drop);
  const { api, url } = await startApi({ DATABASE_URL: ownerUrl });
  expect((await readiness(url)).degraded).toContain('one_database_role');
  await api.says(/"level":(?:40|"warn")[^\n]*could rewrite the history/);
  expect(api.output().match(/could rewrite the history/g)).toHaveLength(1);
});

it('readyz tells within a moment when the role may rewrite the history, and when it no longer may', async () => {
  const { url: databaseUrl, ownerUrl, drop } = await createTestDatabase();
  undo.push(drop);
  const { url } = await startApi({ DATABASE_URL: databaseUrl });
  const role = new URL(databaseUrl).username;
  const looks = async (): Promise<boolean> => (await readiness(url)).degraded.includes('one_database_role');
  await expect.poll(looks).toBe(false);
  expect(await errorOf(ownerUrl, `GRANT TRUNCATE ON events TO ${role}`)).toBeUndefined();
  await expect.poll(looks).toBe(true);
  expect(await errorOf(ownerUrl, `REVOKE TRUNCATE ON events FROM ${role}`)).toBeUndefined();
  await expect.poll(looks).toBe(false);
});

it('npm start makes a given database ready as its owner, and later starts without that address', async () => {
  const database = await createEmptyDatabase();
  undo.push(database.drop);
  const comesUpWell = async (env: Record<string, string>): Promise<void> => {
    const product = startProcess('src/main.js', { DATABASE_URL: database.url, PORT: '0', ...env });
    undo.push(() => product.end('SIGKILL'));
    const [, url = ''] = await product.says(/ready at (http:\S+)[^]*Ctrl-C/);
    await expect.poll(async () => (await readiness(url)).degraded).toEqual([]);
    expect(await product.end(), product.output()).toBe(0);
  };
  await comesUpWell({ DATABASE_OWNER_URL: database.ownerUrl });
  await comesUpWell({});
});

it('an application that was given nothing yet is told which command is missing, and then works', async () => {
  const database = await createEmptyDatabase();
  undo.push(database.drop);
  const migrate = (env: Record<string, string>) =>
    startProcess('src/cli/isnad.js', { DATABASE_URL: database.url, ...env }, ['migrate']);
  const alone = migrate({ DATABASE_URL: database.ownerUrl });
  expect(await alone.ended, alone.output()).toBe(0);
  const { url } = await startApi({ DATABASE_URL: database.url });
  const text = async (): Promise<string> => (await fetch(`${url}/readyz`)).text();
  expect(await text()).toMatch(/isnad migrate.*may not use the tables yet/);
  const both = migrate({ DATABASE_OWNER_URL: database.ownerUrl });
  expect(await both.ended, both.output()).toBe(0);
  await expect.poll(async () => (await fetch(`${url}/readyz`)).status).toBe(200);
  expect((await readiness(url)).degraded).not.toContain('one_database_role');
});
