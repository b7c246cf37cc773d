import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { connectDatabase } from '../../src/platform/db/client.js';
import { findOwed, jobServicesOf } from '../../src/job-services.js';
import { createServices } from '../../src/runtime.js';
import { deafSignal } from '../support/silent-signal.js';
import { faultsOf, problemOf } from '../support/bodies.js';
import {
  bodyOf,
  decide,
  enterClaim,
  move,
  proposeVerdict,
  publishVerdict,
  readClaim,
  readStatus,
  readVerdict,
  startTask,
  submitVerdict,
  verdictBody,
  type Page,
  type Verdict,
} from '../support/desk.js';
import { createIsnad, type TestIsnad } from '../support/test-runtime.js';

interface Correction {
  kind: string;
  claim: string;
  from: { verdict: string; revision: number; rating: string };
  to: { verdict: string; revision: number; rating: string } | null;
  reason: string | null;
  note: string;
}

let isnad: TestIsnad;
beforeAll(async () => {
  isnad = await createIsnad({ seeded: true });
});
afterAll(() => isnad.close());

const wrong = { event: 'correct', reason: 'error', note: 'The year was wrong.' };

/** A published claim, corrected by a verdict of another rating that awaits approval. */
async function correctVerdict(claim: string, command: object = wrong): Promise<Verdict> {
  bodyOf(await move(isnad, 'editor', claim, command));
  const task = await startTask(isnad, claim);
  return submitVerdict(isnad, task, 'checker', verdictBody('mostly-true'));
}

const readLog = async (query = ''): Promise<Page<Correction>> =>
  bodyOf(await isnad.as('reader').get(`/v1/corrections${query}`)) as Page<Correction>;

describe('a correction', () => {
  it('is a new revision that says why; the old one stays to be read, for good', async () => {
    const claim = await enterClaim(isnad);
    const first = await publishVerdict(isnad, claim);
    expect(first.correction).toBeNull();
    const next = await correctVerdict(claim);
    expect(await readStatus(isnad, claim)).toMatchObject({
      rating: 'false',
      revision: 1,
      underCorrection: true,
    });
    expect(next.correction).toBeNull();
    bodyOf(await decide(isnad, 'editor2', next, 'approve'));
    const { items } = bodyOf(await isnad.as('reader').get(`/v1/claims/${claim}/verdicts`)) as Page<Verdict>;
    expect(items).toMatchObject([
      { id: first.id, status: 'superseded', revision: 1, correction: null, findings: first.findings },
      { id: next.id, status: 'published', revision: 2, correction: { reason: 'error', note: wrong.note } },
    ]);
  });

  it('carries the reason that was given last, where one was begun and given up before', async () => {
    const claim = await enterClaim(isnad);
    await publishVerdict(isnad, claim);
    bodyOf(await move(isnad, 'editor', claim, wrong));
    bodyOf(await move(isnad, 'editor', claim, { event: 'cancel' }));
    const again = { event: 'correct', reason: 'new_evidence', note: 'A second source was found.' };
    const next = await correctVerdict(claim, again);
    const published = bodyOf(await decide(isnad, 'editor2', next, 'approve')) as Verdict;
    expect(published.correction).toEqual({ reason: 'new_evidence', note: again.note });
  });

  it('cannot be explained otherwise afterwards', async () => {
    const claim = await enterClaim(isnad);
    await publishVerdict(isnad, claim);
    const next = await correctVerdict(claim);
    bodyOf(await decide(isnad, 'editor2', next, 'approve'));
    const rewrite = `UPDATE verdicts SET correction_note = 'Nothing to see.' WHERE id = '${next.id}'`;
    await expect(isnad.database.pool.query(rewrite)).rejects.toThrow(/never rewritten/);
  });

  it('needs a reason of the list and a note', async () => {
    const claim = await enterClaim(isnad);
    await publishVerdict(isnad, claim);
    const vague = await move(isnad, 'editor', claim, { event: 'correct', reason: 'whim' });
    expect(faultsOf(vague)).toEqual(['/note', '/reason']);
  });
});

describe('the public log of corrections', () => {
  it('tells what was corrected or retracted, from what to what, newest first', async () => {
    const [corrected, retracted] = [await enterClaim(isnad), await enterClaim(isnad)];
    const first = await publishVerdict(isnad, corrected);
    const other = await publishVerdict(isnad, retracted);
    const next = await correctVerdict(corrected);
    bodyOf(await decide(isnad, 'editor2', next, 'approve', { note: 'For the desk alone.' }));
    bodyOf(await move(isnad, 'editor', retracted, { event: 'retract', reason: 'error' }));
    const log = await readLog('?limit=2');
    expect(log.items).toMatchObject([
      {
        kind: 'retraction',
        claim: { ref: retracted },
        from: { verdict: { id: other.id }, revision: 1, rating: 'false' },
        to: null,
        into: null,
        reason: 'error',
        note: null,
      },
      {
        kind: 'correction',
        claim: { ref: corrected },
        from: { verdict: { id: first.id }, revision: 1, rating: 'false' },
        to: { verdict: { id: next.id }, revision: 2, rating: 'mostly-true' },
        reason: 'error',
        note: wrong.note,
      },
    ]);
    expect(JSON.stringify(log)).not.toContain('For the desk alone.');
    expect((await readLog(`?claim=${corrected}`)).items).toEqual(log.items.slice(1));
    expect((await readLog('?claim=none')).items).toEqual([]);
  });

  it('comes in pages, each entry once', async () => {
    const walked: Correction[] = [];
    let next: string | null = '';
    while (next !== null) {
      const page: Page<Correction> = await readLog(`?limit=1${next && `&after=${next}`}`);
      walked.push(...page.items);
      next = page.next;
    }
    expect(walked.length).toBeGreaterThanOrEqual(4);
    expect(walked).toEqual((await readLog('?limit=200')).items);
  });

  it('needs a key, and cursors of its own', async () => {
    expect((await isnad.stranger.get('/v1/corrections')).status).toBe(401);
    const { next } = bodyOf(await isnad.as('reader').get('/v1/claims?limit=1')) as Page<unknown>;
    const strange = await isnad.as('reader').get(`/v1/corrections?after=${String(next)}`);
    expect([strange.status, problemOf(strange).code]).toEqual([400, 'invalid_cursor']);
  });
});

it('a retracted claim can be opened again, and its next verdict is the next revision, no correction', async () => {
  const claim = await enterClaim(isnad);
  const first = await publishVerdict(isnad, claim);
  bodyOf(await move(isnad, 'editor', claim, { event: 'retract', reason: 'error' }));
  bodyOf(await move(isnad, 'editor', claim, { event: 'reopen', reason: 'It was, on another day.' }));
  const second = await publishVerdict(isnad, claim, { body: verdictBody('true') });
  expect(second).toMatchObject({ revision: 2, correction: null });
  expect(await readVerdict(isnad, first.id)).toMatchObject({ status: 'retracted', revision: 1 });
});

describe('a finding that holds for a time', () => {
  /** What a worker finds owed and does, hours or days from now; how much there was of it. */
  async function sweepLater(offset: string): Promise<number> {
    const name = new URL(isnad.url).pathname.slice(1);
    await isnad.owner.query(`ALTER DATABASE ${name} SET isnad.clock_offset = '${offset}'`);
    const database = connectDatabase(isnad.url, { connections: 2 });
    try {
      const signal = deafSignal;
      const jobs = jobServicesOf(createServices(database, signal));
      const due = (await findOwed(jobs)).flatMap((job) =>
        job.name === 'ask-recheck' ? [job.payload.verdictId] : [],
      );
      // Each job twice and at once, as a queue may send it.
      await Promise.all([...due, ...due].map(jobs.askRecheck));
      return due.length;
    } finally {
      await database.close();
    }
  }

  const rechecksOf = async (claim: string): Promise<object[]> => {
    const path = `/v1/claims/${claim}/history?limit=200`;
    const { items } = bodyOf(await isnad.as('reader').get(path)) as Page<{ type: string; data: object }>;
    return items.filter(({ type }) => type === 'verdict.recheck_due').map(({ data }) => data);
  };

  it('is due to be checked again when the time has passed: said once, until it is corrected', async () => {
    const claim = await enterClaim(isnad);
    const recheckAt = new Date(Date.now() + 86_400_000).toISOString();
    const body = verdictBody('false', { recheckAt });
    const verdict = await publishVerdict(isnad, claim, { body });
    const waiting = await proposeVerdict(isnad, await enterClaim(isnad), { body });
    expect(verdict).toMatchObject({ recheckAt, recheckDue: false });

    expect(await sweepLater('23 hours')).toBe(0);
    expect((await readClaim(isnad, claim, 'reader')).recheckDue).toBe(false);
    const before = (await readStatus(isnad, claim)).version;
    expect(await sweepLater('25 hours')).toBe(1);
    expect(await sweepLater('26 hours')).toBe(0);
    expect(await rechecksOf(claim)).toEqual([{ revision: 1, recheckAt }]);
    expect((await readClaim(isnad, claim, 'reader')).recheckDue).toBe(true);
    expect((await readStatus(isnad, claim)).version).toBe(before + 1);
    expect((await readVerdict(isnad, verdict.id)).recheckDue).toBe(true);
    expect((await readVerdict(isnad, waiting.id)).recheckDue).toBe(false);

    const next = await correctVerdict(claim, { ...wrong, reason: 'new_evidence' });
    bodyOf(await decide(isnad, 'editor2', next, 'approve'));
    expect((await readClaim(isnad, claim, 'reader')).recheckDue).toBe(false);
    expect(await sweepLater('48 hours')).toBe(0);
  });
});
