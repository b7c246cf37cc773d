/** Exporting and verifying by command; verifying a file reaches no database. */
import { cp, mkdtemp, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { anyVersion } from '../support/api.js';
import { settleFeed } from '../support/checkpoints.js';
import { bodyOf, enterClaim, publishVerdict } from '../support/desk.js';
import { runCommand, type Ran } from '../support/run-command.js';
import { createIsnad, type TestIsnad } from '../support/test-runtime.js';

let isnad: TestIsnad;
let dir: string;
let file: string;
let checkpoints: string;
let claim: string;

/** With Isnad at hand. */
const atHand = (...args: string[]): Promise<Ran> =>
  runCommand(args, { DATABASE_URL: isnad.url, CHECKPOINT_DIR: checkpoints });
/** With nothing at hand: an address that nobody answers at, and a folder that is not there. */
const elsewhere = (...args: string[]): Promise<Ran> =>
  runCommand(args, { DATABASE_URL: 'postgresql://127.0.0.1:1/none', ISNAD_DIR: join(dir, 'nowhere') });

beforeAll(async () => {
  dir = await mkdtemp(join(tmpdir(), 'isnad-verify-'));
  file = join(dir, 'history.jsonl');
  checkpoints = join(dir, 'checkpoints');
  isnad = await createIsnad({ seeded: true });
  claim = await enterClaim(isnad);
  await publishVerdict(isnad, claim);
  await settleFeed(isnad.store);
  const signed = await atHand('checkpoint');
  expect(signed).toMatchObject({ code: 0, err: '' });
  expect(signed.out).toMatch(/^Signed checkpoint 1 over \d+ chains: [0-9a-f]{64}\nKey: [\w-]{43}\n$/);
  await settleFeed(isnad.store);
  expect(await atHand('export', '--out', file)).toMatchObject({ code: 0, err: '' });
});
afterAll(async () => {
  await isnad.close();
  await rm(dir, { recursive: true, force: true });
});

const signer = async (): Promise<string> => {
  const { statement } = JSON.parse(await readFile(join(checkpoints, '00000001.json'), 'utf8')) as {
    statement: { key: string };
  };
  return statement.key;
};

describe('isnad export', () => {
  it('writes a file for its owner alone, and the same to the terminal', async () => {
    expect((await stat(file)).mode & 0o777).toBe(0o600);
    const { out } = await atHand('export');
    expect(out).toBe(await readFile(file, 'utf8'));
  });

  it('tells no secret: no key, and no digest of one', async () => {
    const text = await readFile(file, 'utf8');
    const { rows } = await isnad.database.pool.query<{ digest: Buffer }>(
      'SELECT secret_digest AS digest FROM keys',
    );
    expect(rows.length).toBeGreaterThan(0);
    for (const { digest } of rows) {
      for (const encoding of ['hex', 'base64', 'base64url'] as const) {
        expect(text).not.toContain(digest.toString(encoding));
      }
    }
    for (const key of Object.values(isnad.keys)) expect(text).not.toContain(key.slice(-43));
  });

  it('is said of a claim that is not there in one line', async () => {
    const { code, err } = await atHand('export', '--claim', 'C999');
    expect([code, err]).toEqual([1, 'isnad: There is no claim "C999".\n']);
  });
});

describe('isnad verify', () => {
  it('accepts what was exported: alone, with the checkpoints, and with the key', async () => {
    const key = await signer();
    for (const more of [[], ['--checkpoints', checkpoints], ['--key', key]]) {
      const { code, out, err } = await elsewhere('verify', file, ...more);
      expect([code, err]).toEqual([0, '']);
      expect(out).toMatch(
        /^Good: \d+ events in \d+ chains, each as it was written\.\nThe tables hold what they say: \d+ rows, cell by cell\.\nWhoever approved, .* had the right to, and approved nothing that they wrote: 2 acts\.\nWhat was approved was made again .*: 1 edition\.\nNot looked at: what follows from the rows, .*\nThey are what checkpoint 1 /,
      );
    }
  });

  it('accepts the export of one claim with the one checkpoint that somebody kept', async () => {
    const single = join(dir, 'single.jsonl');
    expect((await atHand('export', '--claim', claim, '--out', single)).code).toBe(0);
    const kept = join(checkpoints, '00000001.json');
    const { code, out } = await elsewhere('verify', single, '--checkpoints', kept);
    expect([code, out]).toEqual([
      0,
      expect.stringMatching(/^Good: \d+ events in 1 chain[^]*\nNot looked at: who decided\./),
    ]);
  });

  it('finds Isnad sound while nobody has tampered with it', async () => {
    expect(await atHand('verify')).toMatchObject({ code: 0, err: '' });
  });

  it('names claim, ordinal and id of the first event that is bad', async () => {
    const bad = join(dir, 'bad.jsonl');
    const lines = (await readFile(file, 'utf8')).split('\n');
    const at = lines.findIndex((line) => line.includes('"type":"claim.approved"'));
    const { event } = JSON.parse(lines[at] ?? '') as {
      event: { id: string; claim: string; ordinal: number };
    };
    await writeFile(
      bad,
      lines.with(at, (lines[at] ?? '').replace('"revision":1', '"revision":2')).join('\n'),
    );
    expect(await elsewhere('verify', bad)).toEqual({
      code: 1,
      out: `Bad: line ${String(at + 1)}: claim ${event.claim}: event ${String(event.ordinal)}: ${event.id}: is not what its hash was made of.\n`,
      err: '',
    });
  });

  it('ends with 2 where there is nothing to read, in one line', async () => {
    for (const args of [
      ['verify', 'nothing.jsonl'],
      ['verify', file, '--checkpoints', 'nothing'],
      ['verify', '--what'],
      ['verify', file, '--key', 'nothing'],
    ]) {
      const { code, err } = await elsewhere(...args);
      expect([code, err.trim().split('\n').length]).toEqual([2, 1]);
    }
  });

  it('says which folder of checkpoints is not there, named by an option or by CHECKPOINT_DIR', async () => {
    const nowhere = join(dir, 'no-checkpoints');
    const missing = { code: 2, out: '', err: `isnad: there is no ${nowhere} to read checkpoints from\n` };
    expect(await elsewhere('verify', file, '--checkpoints', nowhere)).toEqual(missing);
    expect(await runCommand(['verify'], { DATABASE_URL: isnad.url, CHECKPOINT_DIR: nowhere })).toEqual(
      missing,
    );
  });

  it('compares with nothing where the folder of checkpoints was emptied, and says so', async () => {
    const empty = await mkdtemp(join(dir, 'emptied-'));
    const said = new RegExp(`^isnad: ${empty} holds no checkpoint, though \\d+ were signed`);
    const refused = { code: 2, out: '', err: expect.stringMatching(said) as string };
    expect(await elsewhere('verify', file, '--checkpoints', empty)).toEqual(refused);
    expect(await runCommand(['verify'], { DATABASE_URL: isnad.url, CHECKPOINT_DIR: empty })).toEqual(refused);
  });

  it('compares no key with an export that holds no checkpoint, and says so', async () => {
    const bare = join(dir, 'bare.jsonl');
    const withoutCheckpoints = (await readFile(file, 'utf8'))
      .split('\n')
      .filter((line) => !line.startsWith('{"checkpoint":'))
      .map((line) => line.replace(/"checkpoints":\[\[.*?\]\]/, '"checkpoints":[]'))
      .map((line) =>
        line.startsWith('{"end":') ? line.replace(/"checkpoints":\d+/, '"checkpoints":0') : line,
      );
    await writeFile(bare, withoutCheckpoints.join('\n'));
    expect(await elsewhere('verify', bare)).toMatchObject({
      code: 0,
      out: expect.stringContaining('No checkpoint covers them') as string,
    });
    expect(await elsewhere('verify', bare, '--key', await signer())).toMatchObject({
      code: 2,
      out: '',
      err: expect.stringContaining('no checkpoint covers any of these events') as string,
    });
  });

  it('refuses a file that is cut in the middle of a line, and one that is no export', async () => {
    const text = await readFile(file, 'utf8');
    const cases = {
      cut: text.slice(0, -3),
      other: '{"a":1}\n',
      bytes: Buffer.from([0xff, 0xfe, 0x0a]),
      none: '',
    };
    for (const [name, content] of Object.entries(cases)) {
      await writeFile(join(dir, name), content);
      expect(await elsewhere('verify', join(dir, name)), name).toMatchObject({ code: 1, err: '' });
    }
  });
});

describe('checkpoints that were kept', () => {
  const withCheckpoints = async (change: (folder: string) => Promise<void>): Promise<Ran> => {
    const folder = await mkdtemp(join(dir, 'kept-'));
    await cp(checkpoints, folder, { recursive: true });
    await change(folder);
    return elsewhere('verify', file, '--checkpoints', folder);
  };
  type To = string | ((found: string) => string);
  const edit = (name: string, from: string | RegExp, to: To) => async (folder: string) => {
    const path = join(folder, name);
    const text = await readFile(path, 'utf8');
    expect(text).toMatch(from);
    await writeFile(
      path,
      text.replace(from, (found) => (typeof to === 'string' ? to : to(found))),
    );
  };

  it.each([
    [
      'a signature of another',
      // Whatever it begins with.
      edit('00000001.json', /(?<="signature":")./, (first) => (first === 'x' ? 'y' : 'x')),
      'is not what was signed',
    ],
    [
      'a statement that says something else',
      edit('00000001.json', /"chains":\d/, '"chains":9'),
      'is not what was signed',
    ],
    [
      'another head of a chain',
      edit('00000001.leaves.jsonl', /"head":"[0-9a-f]{64}"/, `"head":"${'0'.repeat(64)}"`),
      'are not those that checkpoint 1',
    ],
    ['leaves that are no JSON', edit('00000001.leaves.jsonl', /^.*$/m, 'x'), 'does not hold the leaves'],
    ['something else than a checkpoint', edit('00000001.json', /^.*$/m, '{}'), 'holds no checkpoint'],
  ])('are refused with %s', async (_, change, why) => {
    const { code, out } = await withCheckpoints(change);
    expect([code, out]).toEqual([1, expect.stringContaining(why)]);
  });

  it('of another installation are refused, though well signed', async () => {
    const other = await createIsnad();
    const foreign = join(dir, 'foreign');
    await settleFeed(other.store);
    await runCommand(['checkpoint'], { DATABASE_URL: other.url, CHECKPOINT_DIR: foreign });
    await other.close();
    const { code, out } = await elsewhere('verify', file, '--checkpoints', foreign);
    expect([code, out]).toEqual([1, expect.stringContaining('is another than that of the export')]);
  });

  it('must be signed by the key that was given', async () => {
    const { code, out } = await elsewhere('verify', file, '--key', `${'A'.repeat(42)}A`);
    expect([code, out]).toEqual([1, expect.stringContaining('a key that you did not give')]);
  });

  it('must be reached by the export, unless it is said to be older', async () => {
    await settleFeed(isnad.store);
    const later = join(dir, 'later');
    await cp(checkpoints, later, { recursive: true });
    await runCommand(['checkpoint'], { DATABASE_URL: isnad.url, CHECKPOINT_DIR: later });
    const strict = await elsewhere('verify', file, '--checkpoints', later);
    expect([strict.code, strict.out]).toEqual([1, expect.stringContaining('does not know checkpoint 2')]);
    expect((await elsewhere('verify', file, '--checkpoints', later, '--until', '1')).code).toBe(0);
  });
});

describe('what was exported after a quote was withheld', () => {
  it('is not yet proven before the next checkpoint, which is no more than that, and good after it', async () => {
    const { id } = bodyOf(await isnad.as('reader').get(`/v1/claims/${claim}`)) as { id: string };
    const erasure = { target: { kind: 'claim', id }, texts: ['quote'], reason: 'unlawful' };
    const asked = (await isnad.as('admin').post('/v1/erasures', erasure)).body as { id: string };
    bodyOf(
      await isnad.as('editor').post(`/v1/erasures/${asked.id}/transitions`, { event: 'confirm' }, anyVersion),
    );
    await settleFeed(isnad.store);
    const withheld = join(dir, 'withheld.jsonl');
    await atHand('export', '--out', withheld);
    const early = await elsewhere('verify', withheld, '--checkpoints', checkpoints);
    expect([early.code, early.err]).toEqual([2, '']);
    expect(early.out).toMatch(/^Not yet proven: claim \S+: event 1: .*Verify an export that was made after/);
    const lines = (await readFile(withheld, 'utf8')).split('\n');
    const other = lines.findIndex((line) => line.startsWith('{"event"') && !line.includes(id));
    await writeFile(withheld, lines.toSpliced(other, 1).join('\n'));
    expect((await elsewhere('verify', withheld, '--checkpoints', checkpoints)).code).toBe(1);
    expect((await atHand('verify')).code).toBe(0);
    await atHand('checkpoint');
    await atHand('export', '--out', withheld);
    expect((await elsewhere('verify', withheld, '--checkpoints', checkpoints)).code).toBe(0);
  });
});

describe('somebody who may do everything in the database', () => {
  it('is found out by verifying Isnad against its checkpoints', async () => {
    const pool = isnad.owner;
    await pool.query('ALTER TABLE events DISABLE TRIGGER events_are_permanent');
    const { rows } = await pool.query<{ id: string; ordinal: number }>(
      `UPDATE events SET at = at + interval '1 microsecond' WHERE type = 'claim.approved' RETURNING id, ordinal`,
    );
    expect(await atHand('verify')).toMatchObject({
      code: 1,
      out: expect.stringContaining(
        `event ${String(rows[0]?.ordinal)}: ${rows[0]?.id ?? ''}: is not what its hash`,
      ) as string,
    });
    await pool.query(`UPDATE events SET at = at - interval '1 microsecond' WHERE type = 'claim.approved'`);
    expect(await atHand('verify')).toMatchObject({
      code: 1,
      out: expect.stringContaining('Bad: trigger events_are_permanent on events: should be “') as string,
    });
    const enable = 'ALTER TABLE events ENABLE ALWAYS TRIGGER events_are_permanent';
    await pool.query(enable);
    expect((await atHand('verify')).code).toBe(0);
    await pool.query('ALTER TABLE events DISABLE TRIGGER events_are_permanent');
    // A number that every reader takes for the one that was hashed.
    await pool.query(
      `UPDATE events SET data = jsonb_set(data, '{revision}', '1.00000000000000000001') WHERE type = 'claim.approved'`,
    );
    expect(await atHand('verify')).toMatchObject({
      code: 1,
      out: expect.stringContaining('is not canonical JSON') as string,
    });
  });
});
