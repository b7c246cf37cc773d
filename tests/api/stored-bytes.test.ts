/** The bytes of captured pages lie beside the database: verifying looks at each of them. */
import { readdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { anyVersion } from '../support/api.js';
import { bodyOf, enterClaim } from '../support/desk.js';
import { addEvidence, listCaptures } from '../support/evidence.js';
import { createInternet, type Internet } from '../support/internet.js';
import { createIsnad, type TestIsnad } from '../support/test-runtime.js';
import { verifyTables } from '../support/verify-database.js';

let internet: Internet;
let isnad: TestIsnad;
beforeAll(async () => {
  internet = await createInternet();
  isnad = await createIsnad({ seeded: true, outbound: internet.outbound });
});
afterAll(async () => {
  await isnad.close();
  await internet.close();
});

async function capture(path: string): Promise<{ evidence: string; id: string; file: string }> {
  const url = internet.serve(path, { body: `<title>${path}</title><p>What ${path} says.</p>` });
  const evidence = await addEvidence(isnad, await enterClaim(isnad), url);
  await isnad.work();
  const [newest] = await listCaptures(isnad, evidence.id);
  const names = await readdir(isnad.dir, { recursive: true });
  const name = names.find((one) => one.endsWith(newest?.sha256 ?? 'nothing'));
  if (!newest || name === undefined) throw new Error('nothing came of it');
  return { evidence: evidence.id, id: newest.id, file: join(isnad.dir, name) };
}

it.each<[what: string, harm: (file: string) => Promise<void>]>([
  [
    'changed by one letter',
    async (file) => writeFile(file, (await readFile(file, 'utf8')).replace('s', 'z')),
  ],
  ['cut off', async (file) => writeFile(file, (await readFile(file)).subarray(0, 20))],
  ['away', (file) => rm(file)],
])('a captured page whose file is %s is named, and good again once it is put back', async (what, harm) => {
  const { id, file } = await capture(`/${what.replaceAll(' ', '-')}`);
  await capture(`/beside-${what.replaceAll(' ', '-')}`);
  expect(await verifyTables(isnad)).toMatchObject({ valid: true });
  const bytes = await readFile(file);
  await harm(file);
  expect(await verifyTables(isnad)).toMatchObject({ valid: false, place: { table: 'captures', row: id } });
  await writeFile(`${file}.again`, bytes);
  await rename(`${file}.again`, file);
  expect(await verifyTables(isnad)).toMatchObject({ valid: true });
});

it('a captured page that was erased with its evidence is missed by nobody', async () => {
  const { evidence, file } = await capture('/erased');
  const target = { kind: 'evidence', id: evidence };
  const asked = await isnad.as('admin').post('/v1/erasures', { target, reason: 'unlawful' });
  const { id } = asked.body as { id: string };
  bodyOf(await isnad.as('editor').post(`/v1/erasures/${id}/transitions`, { event: 'confirm' }, anyVersion));
  await isnad.work();
  await expect(readFile(file)).rejects.toMatchObject({ code: 'ENOENT' });
  expect(await verifyTables(isnad)).toMatchObject({ valid: true });
  // Whoever began to verify before the erasure still has its hash to look for.
  expect(await isnad.services.captures.findFault(file.slice(-64))).toBeUndefined();
});
