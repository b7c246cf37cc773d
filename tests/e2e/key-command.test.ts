import { afterAll, beforeAll, expect, it } from 'vitest';
import { parseKey } from '../../src/domain/access/key.js';
import { apiOf } from '../support/api.js';
import { runCommand } from '../support/run-command.js';
import { createIsnad, type TestIsnad } from '../support/test-runtime.js';

let isnad: TestIsnad;
beforeAll(async () => {
  isnad = await createIsnad();
});
afterAll(() => isnad.close());

const runKey = async (...args: string[]) => {
  const { code, out, err } = await runCommand(['key', ...args], { DATABASE_URL: isnad.url });
  return { code, said: (out + err).trim() };
};
const createKey = (...args: string[]) => runKey('create', ...args);
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

it('"isnad key list" shows who has which key, and "isnad key revoke" ends one by id or by name, as the operator', async () => {
  const made = await createKey('--member', 'editor', '--name', 'old laptop');
  const id = parseKey(made.said)?.id ?? '';
  const listed = await runKey('list', '--member', 'editor');
  expect(listed.said).toContain(`${id}  editor (editor)  old laptop  made `);
  expect(listed.said).not.toContain(made.said);
  const api = apiOf(isnad.app).as(made.said);
  expect((await api.get('/v1/me')).status).toBe(200);

  const revoked = await runKey('revoke', 'old laptop');
  expect([revoked.code, revoked.said]).toEqual([
    0,
    `Revoked: ${id}, old laptop of editor. Webhooks that stood on it are disabled.`,
  ]);
  // What another process changed is known here within a second.
  await expect.poll(async () => (await api.get('/v1/me')).status).toBe(401);
  expect((await runKey('list', '--member', 'editor')).said).not.toContain(id);
  expect((await runKey('list', '--member', 'editor', '--all')).said).toMatch(new RegExp(`${id}.*revoked 20`));
  const { rows } = await isnad.database.pool.query<object>(
    `SELECT data ->> 'operator' AS operator, actor_id AS actor FROM events WHERE type = 'key.revoked' AND subject_id = $1`,
    [id],
  );
  expect(rows).toEqual([{ operator: 'true', actor: null }]);

  expect((await runKey('revoke', id)).said).toContain(`${id} had ended already: revoked 20`);
  const unknown = await runKey('revoke', 'nobody has this');
  expect([unknown.code, unknown.said]).toEqual([
    1,
    'isnad: there is no key nobody has this: "isnad key list" shows all of them.',
  ]);
  await createKey('--member', 'editor', '--name', 'twice');
  await createKey('--member', 'reader', '--name', 'twice');
  const several = await runKey('revoke', 'twice');
  expect([several.code, several.said]).toEqual([1, expect.stringContaining('several keys are called twice')]);
  expect(several.said.match(/ {2}twice {2}made /g)).toHaveLength(2);
  expect((await runKey('revoke', 'twice', '--member', 'reader')).code).toBe(0);
});

it('"isnad key create" tells of itself in the history: whom it made a member, and that it gave them a key', async () => {
  const made = await createKey('--member', 'newcomer', '--role', 'editor');
  const { rows } = await isnad.database.pool.query<object>(
    `SELECT type, data ->> 'operator' AS operator, actor_id AS actor FROM events
     WHERE subject_id IN ((SELECT id FROM members WHERE ref = 'newcomer'), $1) ORDER BY seq`,
    [parseKey(made.said)?.id],
  );
  expect(rows).toEqual([
    { type: 'member.created', operator: 'true', actor: null },
    { type: 'key.created', operator: 'true', actor: null },
  ]);
});

it('names of keys do not turn round what is printed beside them', async () => {
  const name = 'old \u202Eegdirb';
  await createKey('--member', 'editor', '--name', name);
  const listed = await runKey('list', '--member', 'editor');
  const revoked = await runKey('revoke', name);
  for (const { code, said } of [listed, revoked]) {
    expect([code, said]).toEqual([0, expect.stringContaining('old \uFFFDegdirb')]);
    expect(said).not.toContain('\u202E');
  }
});
