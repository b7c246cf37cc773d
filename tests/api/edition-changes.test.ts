/** What the desk is told of editions that change after they were read, or after they were published. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { jobsFor } from '../../src/jobs.js';
import { anyVersion } from '../support/api.js';
import { problemOf } from '../support/bodies.js';
import {
  bodyOf,
  decide,
  enterClaim,
  madeOf,
  proposeVerdict,
  publishVerdict,
  readClaim,
  readProposed,
  readStatus,
  readTask,
  verdictBody,
  type Page,
  type Verdict,
} from '../support/desk.js';
import { changeWaits, placeGate, type Gate } from '../support/gate.js';
import { confirmErasure } from '../support/second-persons.js';
import { createIsnad, type TestIsnad } from '../support/test-runtime.js';

let isnad: TestIsnad;
beforeAll(async () => {
  isnad = await createIsnad({ seeded: true });
});
afterAll(() => isnad.close());

interface EditionChange {
  edition: string;
  was: { edition: string };
  changed: string[];
}

/** Does what the events of the claim, or of what it names, owe the editions that were read. */
async function compareAfter(type: string, subject: { claim: string } | { id: string }): Promise<void> {
  const id = 'id' in subject ? subject.id : (await readStatus(isnad, subject.claim)).id;
  const claimId = 'claim' in subject ? id : null;
  for (const job of jobsFor({ type, subjectId: id, claimId }))
    if (job.name === 'compare-edition') await isnad.services.editions.compareEditions(job.payload as never);
}

/** An approval of what was read, while a change of it has been written and not been committed: it waits, and is refused. */
async function approveMeanwhile(
  { id }: Pick<Verdict, 'id'>,
  read: Awaited<ReturnType<typeof readProposed>>,
  { gate, change }: { gate: Gate; change: Promise<unknown> },
): Promise<void> {
  await gate.waiting();
  const approved = isnad.as('editor2').post(`/v1/verdicts/${id}/transitions`, { event: 'approve', ...read });
  await Promise.race([approved, changeWaits(isnad)]);
  await gate.open();
  await change;
  expect(problemOf(await approved).code).toBe('edition_changed');
}

async function changesOf(ref: string): Promise<EditionChange[]> {
  const path = `/v1/claims/${ref}/history?limit=200`;
  const { items } = bodyOf(await isnad.as('editor').get(path)) as Page<{ type: string; data: EditionChange }>;
  return items.filter(({ type }) => type === 'edition.changed').map(({ data }) => data);
}

async function erase(target: object, texts?: string[]): Promise<void> {
  const asked = await isnad.as('admin').post('/v1/erasures', { target, reason: 'person_asked', texts });
  expect(asked.status).toBe(202);
  bodyOf(await confirmErasure(isnad, asked.body as { id: string }, 'editor'));
}

/** What the sweep would find of one that was read. */
const owedOf = async ({ id }: Verdict) =>
  (await isnad.services.editions.findOwed()).filter(({ payload }) => (payload as { id: string }).id === id);

const patch = async (path: string, body: object) =>
  bodyOf(await isnad.as('checker2').patch(path, body, anyVersion));

describe('a change of what was read for approval', () => {
  it('is told with the fields that differ, and leaves the claim, its task and its clock as they were', async () => {
    const ref = await enterClaim(isnad, { attributions: [{ source: 'miller', mode: 'direct' }] });
    const verdict = await proposeVerdict(isnad, ref);
    const task = await readTask(isnad, ref);
    const { edition: read } = await readProposed(isnad, verdict);
    await patch(`/v1/claims/${ref}`, { statementDate: '2026-11-02' });
    await compareAfter('claim.changed', { claim: ref });
    const { edition: now } = await readProposed(isnad, verdict);
    expect(await changesOf(ref)).toEqual([
      { edition: now, was: { edition: read }, changed: ['/claim/statementDate'] },
    ]);
    expect((await readStatus(isnad, ref)).status).toBe('in_approval');
    expect(await readTask(isnad, ref)).toMatchObject({ id: task.id, status: task.status, dueAt: task.dueAt });
    const approved = await isnad
      .as('editor2')
      .post(`/v1/verdicts/${verdict.id}/transitions`, { event: 'approve', edition: read });
    expect([approved.status, problemOf(approved).code]).toEqual([412, 'edition_changed']);
  });

  it('refuses a decision that is sent again with its key by what would be published by then', async () => {
    const ref = await enterClaim(isnad);
    const verdict = await proposeVerdict(isnad, ref);
    const { edition: read } = await readProposed(isnad, verdict);
    const decideAgain = async (): Promise<unknown> => {
      const body = { event: 'approve', edition: read };
      const path = `/v1/verdicts/${verdict.id}/transitions`;
      const refused = await isnad.as('editor2').post(path, body, { 'Idempotency-Key': '"approve"' });
      expect([refused.status, problemOf(refused).code]).toEqual([412, 'edition_changed']);
      return (refused.body as { edition: string }).edition;
    };
    const named: unknown[] = [];
    for (const statementDate of ['2026-11-02', '2026-11-03']) {
      await patch(`/v1/claims/${ref}`, { statementDate });
      named.push(await decideAgain());
      expect(named.at(-1)).toBe((await readProposed(isnad, verdict)).edition);
    }
    expect(new Set(named).size).toBe(2);
  });

  it('a change of a source, of a related claim and of the verdict itself is told to who reads the edition', async () => {
    const ref = await enterClaim(isnad, { attributions: [{ source: 'miller', mode: 'direct' }] });
    const other = await enterClaim(isnad);
    madeOf(await isnad.as('checker').post(`/v1/claims/${other}/relations`, { type: 'denies', to: ref }));
    const verdict = await proposeVerdict(isnad, ref, { author: 'checker' });
    await readProposed(isnad, verdict);
    const source = bodyOf(await isnad.as('checker').get('/v1/sources/miller')) as { id: string };
    await patch('/v1/sources/miller', { name: 'Matthew Miller, spokesman' });
    await compareAfter('source.changed', source);
    await publishVerdict(isnad, other, { author: 'checker2', body: verdictBody('true') });
    await compareAfter('claim.approved', { claim: other });
    const attributions = [{ source: 'dprk', mode: 'direct' }];
    const chain = `/v1/claims/${other}/attributions`;
    bodyOf(await isnad.as('checker').put(chain, { attributions }, anyVersion));
    await compareAfter('claim.attributed', { claim: other });
    const edit = { rationale: { en: 'Said in other words.' } };
    bodyOf(await isnad.as('checker').patch(`/v1/verdicts/${verdict.id}`, edit, anyVersion));
    await compareAfter('verdict.edited', { id: verdict.id });
    expect((await changesOf(ref)).map(({ changed }) => changed)).toEqual([
      ['/chain/from'],
      ['/relations'],
      ['/verdict/rationale'],
    ]);
  });

  it('is told once, however often it is looked for, and not where nobody has read it', async () => {
    const [read, unread] = [await enterClaim(isnad), await enterClaim(isnad)];
    const verdict = await proposeVerdict(isnad, read);
    await proposeVerdict(isnad, unread);
    await readProposed(isnad, verdict);
    for (const ref of [read, unread]) {
      await patch(`/v1/claims/${ref}`, { topics: ['travel'] });
      for (let times = 0; times < 3; times++) await compareAfter('claim.changed', { claim: ref });
    }
    // Whoever reads it in between has not told the others.
    await patch(`/v1/claims/${read}`, { topics: ['war'] });
    await readProposed(isnad, verdict);
    await compareAfter('claim.changed', { claim: read });
    expect([(await changesOf(read)).length, (await changesOf(unread)).length]).toEqual([2, 0]);
  });

  it('a change of a related claim that is under way is waited for by whoever reads the edition', async () => {
    const [ref, other] = [await enterClaim(isnad), await enterClaim(isnad)];
    madeOf(await isnad.as('checker').post(`/v1/claims/${other}/relations`, { type: 'denies', to: ref }));
    const verdict = await proposeVerdict(isnad, ref);
    const holder = await isnad.database.pool.connect();
    try {
      await holder.query('BEGIN');
      await holder.query('SELECT FROM claims WHERE ref = $1 FOR NO KEY UPDATE', [other]);
      const read = readProposed(isnad, verdict);
      await Promise.race([
        changeWaits(isnad),
        read.then(() => {
          throw new Error('it was read while the claim was being changed');
        }),
      ]);
      await holder.query('COMMIT');
      expect(await read).toMatchObject({ edition: expect.stringMatching(/^[0-9a-f]{64}$/) as string });
    } finally {
      holder.release();
    }
  });

  it('a change that is under way is waited for: what it changes is not published as it was read', async () => {
    const ref = await enterClaim(isnad, { attributions: [{ source: 'miller', mode: 'direct' }] });
    const verdict = await proposeVerdict(isnad, ref);
    const read = await readProposed(isnad, verdict);
    const gate = await placeGate(isnad.ownerUrl, { table: 'sources', on: 'AFTER UPDATE' }, { at: 'commit' });
    const name = 'Miller, of the Department of State';
    const changed = isnad.as('checker2').patch('/v1/sources/miller', { name }, anyVersion).then(bodyOf);
    await approveMeanwhile(verdict, read, { gate, change: changed });
  });

  it('a name that is being withheld is waited for: it is not published', async () => {
    const source = await isnad
      .as('editor')
      .post('/v1/sources', { ref: 'withheld', kind: 'person', name: 'Somebody' });
    const { id } = madeOf(source) as { id: string };
    const ref = await enterClaim(isnad, { attributions: [{ source: 'withheld', mode: 'direct' }] });
    const verdict = await proposeVerdict(isnad, ref);
    const read = await readProposed(isnad, verdict);
    const body = { target: { kind: 'source', id }, reason: 'person_asked' };
    const asked = (await isnad.as('admin').post('/v1/erasures', body)).body as { id: string };
    const gate = await placeGate(isnad.ownerUrl, { table: 'sources', on: 'AFTER UPDATE' }, { at: 'commit' });
    const withheld = isnad
      .as('editor')
      .post(`/v1/erasures/${asked.id}/transitions`, { event: 'confirm' }, anyVersion)
      .then(bodyOf);
    await approveMeanwhile(verdict, read, { gate, change: withheld });
  });

  it('is found again where the job was lost with the queue, and then once', async () => {
    const ref = await enterClaim(isnad, { attributions: [{ source: 'dprk', mode: 'direct' }] });
    const other = await enterClaim(isnad);
    const verdict = await proposeVerdict(isnad, ref);
    await isnad.relay();
    await readProposed(isnad, verdict);
    expect(await owedOf(verdict)).toEqual([]);
    const relation = { type: 'denies', to: ref };
    const changes = [
      () => patch(`/v1/claims/${ref}`, { topics: ['travel'] }),
      () => patch('/v1/sources/dprk', { name: 'The North' }),
      async () => madeOf(await isnad.as('checker').post(`/v1/claims/${other}/relations`, relation)),
    ];
    for (const change of changes) {
      await change();
      // The relay has told the queue, which was emptied since.
      await isnad.relay();
      const [job, ...more] = await owedOf(verdict);
      expect([job, more]).toEqual([
        { name: 'compare-edition', payload: { about: 'verdict', id: verdict.id } },
        [],
      ]);
      await isnad.services.editions.compareEditions(job?.payload as never);
      await isnad.relay();
      expect(await owedOf(verdict)).toEqual([]);
    }
    expect(await changesOf(ref)).toHaveLength(3);
    // What changes nothing of it is looked at once.
    await patch(`/v1/claims/${other}`, { topics: ['war'] });
    await isnad.relay();
    for (const job of await owedOf(verdict))
      await isnad.services.editions.compareEditions(job.payload as never);
    expect([await owedOf(verdict), (await changesOf(ref)).length]).toEqual([[], 3]);
  });

  it('an erasure of words that an edition names leaves it the one that was read: it is made of their seals', async () => {
    const ref = await enterClaim(isnad);
    const answer = { source: 'miller', outcome: 'replied', date: '2024-06-18', text: 'We admit it.' };
    const contact = madeOf(await isnad.as('checker').post(`/v1/claims/${ref}/contacts`, answer)) as {
      id: string;
    };
    const verdict = await proposeVerdict(isnad, ref);
    const { edition } = await readProposed(isnad, verdict);
    await erase({ kind: 'contact', id: contact.id });
    await compareAfter('content.erased', { claim: ref });
    expect(await changesOf(ref)).toEqual([]);
    expect(await readProposed(isnad, verdict)).toEqual({ edition });
  });

  it('an edition in which a text was withheld leaves nothing to compare with, which is said', async () => {
    const ref = await enterClaim(isnad);
    const { article } = await readClaim(isnad, ref);
    const verdict = await proposeVerdict(isnad, ref);
    const { edition } = await readProposed(isnad, verdict);
    const { id } = bodyOf(await isnad.as('checker').get(`/v1/articles/${article.ref}`)) as { id: string };
    await erase({ kind: 'article', id }, ['article_title']);
    const approved = await isnad
      .as('editor2')
      .post(`/v1/verdicts/${verdict.id}/transitions`, { event: 'approve', edition });
    expect(problemOf(approved)).toMatchObject({
      ...{ code: 'edition_changed', changed: null },
      detail: expect.stringContaining('texts in it have been withheld') as string,
    });
  });

  it('a change that is taken back makes the edition that was read good again', async () => {
    const ref = await enterClaim(isnad, { glosses: { en: 'The first words.' } });
    const verdict = await proposeVerdict(isnad, ref);
    const { edition } = await readProposed(isnad, verdict);
    for (const en of ['Other words.', 'The first words.'])
      await patch(`/v1/claims/${ref}`, { glosses: { en } });
    expect(await readProposed(isnad, verdict)).toEqual({ edition });
    bodyOf(await decide(isnad, 'editor2', verdict, 'approve', { edition }));
  });
});

describe('what has changed since publication', () => {
  const unpublishedChangesOf = async (ref: string) =>
    bodyOf(await isnad.as('editor').get(`/v1/claims/${ref}/unpublished-changes`)) as { changed: string[] };

  it('is named by field, and is nothing once the words are the same again', async () => {
    const ref = await enterClaim(isnad, { glosses: { en: 'As published.' } });
    await publishVerdict(isnad, ref);
    expect((await unpublishedChangesOf(ref)).changed).toEqual([]);
    await patch(`/v1/claims/${ref}`, { glosses: { en: 'Otherwise.' }, statementDate: '2026-11' });
    expect((await unpublishedChangesOf(ref)).changed).toEqual(['/claim/glosses', '/claim/statementDate']);
    await patch(`/v1/claims/${ref}`, { glosses: { en: 'As published.' }, statementDate: null });
    expect((await unpublishedChangesOf(ref)).changed).toEqual([]);
  });

  it('is for the desk, and for claims of which something stands', async () => {
    const ref = await enterClaim(isnad);
    const path = `/v1/claims/${ref}/unpublished-changes`;
    const codes = [
      problemOf(await isnad.as('editor').get(path)).code,
      problemOf(await isnad.as('reader').get(path)).code,
      problemOf(await isnad.as('editor').get('/v1/claims/nowhere/unpublished-changes')).code,
    ];
    expect(codes).toEqual(['edition_not_found', 'forbidden', 'claim_not_found']);
  });
});
