/** `isnad import --claims`: claims from tables and from lines of JSON. */
import { mkdtemp, readFile, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readClaim } from '../support/desk.js';
import { runCommand } from '../support/run-command.js';
import { createIsnad, type TestIsnad } from '../support/test-runtime.js';

let isnad: TestIsnad;
let folder: string;
beforeAll(async () => {
  isnad = await createIsnad({ seeded: true });
  folder = await mkdtemp(join(tmpdir(), 'isnad-import-'));
  const text = 'The first convoy left. The second, "late", left too. A third came. =cmd() is no word.';
  const article = { ref: 'convoys', title: 'Convoys', language: 'en', text };
  expect((await isnad.as('checker').post('/v1/articles', article)).status).toBe(201);
});
afterAll(async () => {
  await isnad.close();
  await rm(folder, { recursive: true });
});

async function runImport(name: string, content: string | Buffer, ...more: string[]) {
  const file = join(folder, name);
  await writeFile(file, content);
  return runCommand(['import', '--claims', file, ...more], { DATABASE_URL: isnad.url });
}

const table = [
  '\uFEFFref,external_id,article,kind,quote,gloss_en,gloss_ar,topics,source,verb,source_2,mode_2,worthiness',
  'I1,row-1,convoys,assertion,The first convoy left,Gone,"ذهبت، كلها",visit;arms-transfer,kcna,said,dprk,indirect,=cmd()',
  'I2,row-2,convoys,assertion,"The second, ""late"", left","Two',
  'lines",,,,,,,',
  'I3,row-3,convoys,rumor,A third came,,,,,,,,',
  'I4,row-4,convoys,assertion,A third came,,,,nobody,,,,',
  'I5,row-5,convoys',
  'I6,row-6,convoys,assertion,A fourth came,,,,,,,,',
].join('\r\n');

describe('claims of a table', () => {
  it('are tried first, entered, and there when they come again', async () => {
    const tried = await runImport('claims.csv', table, '--dry-run');
    expect([tried.code, tried.err]).toEqual([1, '']);
    expect(tried.out).toContain('2 would be created, 0 exist already, 4 refused');
    expect((await isnad.as('reader').get('/v1/claims/I1')).status).toBe(404);

    const report = join(folder, 'report.jsonl');
    const first = await runImport('claims.csv', table, '--report', report);
    expect([first.code, first.err]).toEqual([1, '']);
    const lines = first.out.trim().split('\n');
    expect(lines.at(-1)).toBe('2 created, 0 exist already, 4 refused');
    expect(lines.slice(0, -1).map((line) => line.split(':')[0])).toEqual([
      'line 5 (I3)',
      'line 6 (I4)',
      'line 7',
      'line 8 (I6)',
    ]);
    const told = (await readFile(report, 'utf8'))
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line) as object);
    expect(told).toMatchObject([
      { line: 2, ref: 'I1', outcome: 'created' },
      { line: 3, ref: 'I2', outcome: 'created' },
      { line: 5, problem: { code: 'invalid', errors: [{ pointer: '/kind' }] } },
      { line: 6, problem: { code: 'unknown_reference', errors: [{ pointer: '/attributions/0/source' }] } },
      { line: 7, problem: { code: 'malformed_row' } },
      { line: 8, problem: { code: 'quote_absent', candidates: [] } },
    ]);

    const claim = await readClaim(isnad, 'I1');
    expect(claim).toMatchObject({
      externalId: 'row-1',
      worthiness: '=cmd()',
      topics: ['visit', 'arms-transfer'],
      glosses: { en: 'Gone', ar: 'ذهبت، كلها' },
    });
    expect(claim.chain.from).toMatchObject([
      {
        source: { ref: 'kcna' },
        verb: 'said',
        mode: 'direct',
        from: [{ source: { ref: 'dprk' }, mode: 'indirect' }],
      },
    ]);
    expect((await readClaim(isnad, 'I2')).quote.exact).toBe('The second, "late", left');

    const entered = await isnad.store.db.event.findMany({
      where: { claim: { ref: 'I1' } },
      select: { data: true },
    });
    expect(entered.map(({ data }) => data)).toEqual(
      entered.map(() => expect.objectContaining({ operator: true }) as unknown),
    );
    const again = await runImport('claims.csv', table);
    expect(again.out).toContain('0 created, 2 exist already, 4 refused');
  });

  it('are not written over by their own report', async () => {
    const file = join(folder, 'same.csv');
    const alias = join(folder, 'alias.csv');
    await symlink(file, alias);
    for (const report of [file, alias]) {
      const { code, err } = await runImport('same.csv', 'ref,article\n', '--report', report);
      expect([code, err]).toEqual([1, expect.stringContaining('would be written over')]);
      expect(await readFile(file, 'utf8')).toBe('ref,article\n');
    }
  });

  it('a table with columns that nobody knows, or that come twice, or in another encoding, is not begun', async () => {
    const unknown = await runImport('unknown.csv', 'ref,article,colour\nU1,convoys,red\n');
    expect([unknown.code, unknown.err]).toEqual([2, expect.stringContaining('colour')]);
    const twice = await runImport('twice.csv', 'ref,article,quote,quote\n');
    expect([twice.code, twice.err]).toEqual([2, expect.stringContaining('the column quote twice')]);
    const latin = await runImport('latin.csv', Buffer.from('ref,article\nU2,caf\xe9\n', 'latin1'));
    expect([latin.code, latin.err]).toEqual([2, expect.stringContaining('UTF-8')]);
  });
});

describe('claims in lines of JSON', () => {
  it('are entered, and a broken line is told by its number', async () => {
    const body = { ref: 'J1', article: 'convoys', kind: 'assertion', quote: { exact: '=cmd()' } };
    const imported = await runImport('claims.jsonl', `${JSON.stringify(body)}\n\n{"ref": \n`);
    expect(imported.code).toBe(1);
    expect(imported.out).toContain('line 3: The body is not valid JSON.');
    expect(imported.out).toContain('1 created, 0 exist already, 1 refused');
    expect((await readClaim(isnad, 'J1')).quote.exact).toBe('=cmd()');
  });
});
