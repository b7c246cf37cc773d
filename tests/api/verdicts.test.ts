import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { anyVersion } from '../support/api.js';
import { faultsOf, problemOf } from '../support/bodies.js';
import {
  bodyOf,
  decide,
  enterClaim,
  moveTask,
  proposeVerdict,
  publishVerdict,
  readStatus,
  readTask,
  readVerdict,
  startReview,
  submitVerdict,
  tagOf,
  takeTask,
  verdictBody,
  whileWorking,
  type Task,
  type Verdict,
} from '../support/desk.js';
import { createIsnad, type TestIsnad, type Person } from '../support/test-runtime.js';

let isnad: TestIsnad;
beforeAll(async () => {
  isnad = await createIsnad({ seeded: true });
  await isnad.database.pool.query('UPDATE desk_settings SET wip_limit = 1000');
  await isnad.work();
});
afterAll(() => isnad.close());

const norm = {
  id: 's-res-1718-2006.8b',
  act: 'bought shells',
  actor: 'Russia',
  date: '2023-09',
  direction: 'from',
};

const begun = async (more: object = {}): Promise<Task> => startReview(isnad, await enterClaim(isnad, more));

const submit = (task: Task, body: object, person: Person = 'checker', headers = {}) =>
  isnad.as(person).post(`/v1/tasks/${task.id}/verdict`, body, headers);

const addEvidence = async (claim: string): Promise<string> => {
  const body = { url: 'https://example.org/report', stance: 'for', note: 'p. 3' };
  return ((await isnad.as('checker').post(`/v1/claims/${claim}/evidence`, body)).body as { id: string }).id;
};

describe('submitting a verdict', () => {
  it('is accepted at once and can be followed until it is recorded', async () => {
    const task = await begun();
    const evidence = [await addEvidence(task.claim.ref)];
    const body = verdictBody('mostly-true', {
      evidence,
      provisions: [norm],
      rationale: { AR: 'لأن', en: 'Because' },
    });
    const taken = await submit(task, body);
    expect(taken.status).toBe(202);
    const { id } = taken.body as Verdict;
    expect(taken.headers['location']).toBe(`/v1/verdicts/${id}`);
    expect(taken.body).toMatchObject({
      status: 'submitted',
      claim: { id: task.claim.id, ref: task.claim.ref },
      task: { id: task.id },
      recordedAt: null,
    });
    expect(await readTask(isnad, task.claim.ref)).toMatchObject({ stage: 'approval' });
    expect(await readVerdict(isnad, id)).toMatchObject({
      status: 'proposed',
      author: { ref: 'checker' },
      approver: null,
      revision: null,
      rating: { slug: 'mostly-true', polarity: 'supports', scale: 1 },
      rationale: { ar: 'لأن', en: 'Because' },
      evidence: [{ id: evidence[0], stance: 'for', note: 'p. 3' }],
      provisions: [{ provision: { ref: norm.id }, act: 'bought shells', actor: 'Russia', date: '2023-09' }],
      recordedAt: expect.any(String) as string,
    });
    expect(await readStatus(isnad, task.claim.ref)).toMatchObject({ status: 'in_approval' });
  });

  it('answers the recorded verdict to who waits for it', async () => {
    const task = await begun();
    const response = await whileWorking(isnad, submit(task, verdictBody(), 'checker', { Prefer: 'wait=5' }));
    expect(response.status).toBe(201);
    expect(response.body).toMatchObject({ status: 'proposed' });
    expect(response.headers['preference-applied']).toBe('wait=5');
    expect(response.headers['location']).toBe(`/v1/verdicts/${(response.body as Verdict).id}`);
  });

  it('answers 202 to who has waited in vain', async () => {
    const wait = { Prefer: 'respond-async, wait=1' };
    const response = await submit(await begun(), verdictBody(), 'checker', wait);
    expect([response.status, (response.body as Verdict).status]).toEqual([202, 'submitted']);
    expect(response.headers['preference-applied']).toBe('respond-async, wait=1');
    await isnad.work();
  });

  it('names everything at once that it refers to and is not there', async () => {
    const task = await begun();
    const elsewhere = await addEvidence('C10');
    const own = await addEvidence(task.claim.ref);
    const response = await submit(
      task,
      verdictBody('splendid', {
        evidence: [elsewhere, own, own.toUpperCase()],
        provisions: [norm, { ...norm, id: 's-res-1-1.1' }],
      }),
    );
    expect([response.status, problemOf(response).code]).toEqual([422, 'unknown_reference']);
    expect(faultsOf(response)).toEqual([
      '/evidence/0',
      '/evidence/2',
      '/findings/veracity',
      '/provisions/1/id',
    ]);
    expect((await readTask(isnad, task.claim.ref)).status).toBe('in_progress');
  });

  it('names every invalid field at once', async () => {
    const response = await submit(await begun(), {
      findings: { attribution: 'yes', fidelity: 'faithful', veracity: 'Not A Slug' },
      rationale: { en: ' ' },
      evidence: ['C34'],
      provisions: [{ id: norm.id, act: '', actor: 'x', date: '2023-13' }],
      rating: 'false',
    });
    expect(response.status).toBe(400);
    expect(faultsOf(response)).toEqual([
      '/evidence/0',
      '/findings/attribution',
      '/findings/veracity',
      '/provisions/0/act',
      '/provisions/0/date',
      '/rating',
      '/rationale/en',
    ]);
  });

  it('is for whoever holds the task and has begun it, once', async () => {
    const task = await begun();
    for (const person of ['checker2', 'editor'] as const) {
      const response = await submit(task, verdictBody(), person);
      expect([response.status, problemOf(response).code]).toEqual([403, 'not_the_holder']);
    }
    for (const person of ['reader', 'admin'] as const)
      expect((await submit(task, verdictBody(), person)).status).toBe(403);
    expect((await isnad.stranger.post(`/v1/tasks/${task.id}/verdict`, verdictBody())).status).toBe(401);
    const answers = await Promise.all([1, 2, 3].map(() => submit(task, verdictBody())));
    expect(answers.map(({ status }) => status).sort()).toEqual([202, 409, 409]);
    await isnad.work();
    expect(problemOf(await submit(task, verdictBody())).code).toBe('illegal_move');

    const claim = await enterClaim(isnad);
    bodyOf(await isnad.as('editor').post(`/v1/claims/${claim}/transitions`, { event: 'accept' }));
    const early = await submit(await takeTask(isnad, claim), verdictBody());
    expect([early.status, problemOf(early).code]).toEqual([409, 'illegal_move']);
    const triage = await submit(await takeTask(isnad, 'C10', 'editor'), verdictBody(), 'editor');
    expect([triage.status, problemOf(triage).code]).toEqual([409, 'no_verdict_here']);
    expect(
      (await submit({ ...task, id: '00000000-0000-7000-8000-000000000000' }, verdictBody())).status,
    ).toBe(404);
  });
});

describe('a verdict that cannot be recorded', () => {
  const incomplete = (veracity = 'came-true') =>
    verdictBody(veracity, { findings: { attribution: 'confirmed', fidelity: 'fabricated', veracity } });

  it('is refused with everything that is missing, and its text is the draft of the task again', async () => {
    const task = await begun({ kind: 'violation' });
    const refused = await submitVerdict(isnad, task, 'checker', incomplete());
    const pointers = ['/findings/veracity', '/provisions', '/findings/fidelity'];
    expect(refused).toMatchObject({
      status: 'refused',
      revision: null,
      problem: {
        status: 422,
        code: 'verdict_refused',
        reasons: ['rating_not_for_kind', 'provisions_missing', 'findings_contradict'],
        errors: pointers.map((pointer) => ({ in: 'body', pointer })),
      },
    });
    expect(await readStatus(isnad, task.claim.ref)).toMatchObject({ status: 'in_review' });
    expect(await readTask(isnad, task.claim.ref)).toMatchObject({
      id: task.id,
      status: 'in_progress',
      round: 1,
    });
    const draft = (bodyOf(await isnad.as('checker').get(`/v1/tasks/${task.id}/draft`)) as { draft: object })
      .draft;
    expect(draft).toMatchObject(incomplete());

    const mended = await submitVerdict(isnad, task, 'checker', verdictBody('true', { provisions: [norm] }));
    expect(mended.status).toBe('proposed');
  });

  it('is told to who waits as a problem of theirs', async () => {
    const task = await begun({ kind: 'violation' });
    const response = await whileWorking(
      isnad,
      submit(task, incomplete('true'), 'checker', { Prefer: 'wait=5' }),
    );
    expect([response.status, problemOf(response).code]).toEqual([422, 'verdict_refused']);
    expect(problemOf(response).errors).toEqual([
      { in: 'body', pointer: '/provisions', message: expect.any(String) as string },
      { in: 'body', pointer: '/findings/fidelity', message: expect.any(String) as string },
    ]);
    const { location } = response.body as { location: string };
    expect(bodyOf(await isnad.as('checker').get(location))).toMatchObject({ status: 'refused' });
  });

  it('is seen by the desk only', async () => {
    const { id } = await submitVerdict(isnad, await begun(), 'checker', incomplete('false'));
    expect((await isnad.as('reader').get(`/v1/verdicts/${id}`)).status).toBe(404);
  });
});

describe('reading verdicts', () => {
  const read = (id: string, person: Person, headers = {}) =>
    isnad.as(person).get(`/v1/verdicts/${id}`, headers);

  it('is for the desk until it is published, then for everyone, without its author and note', async () => {
    const claim = await enterClaim(isnad);
    const verdict = await proposeVerdict(isnad, claim);
    const outside = await read(verdict.id, 'reader');
    expect([outside.status, problemOf(outside).code]).toEqual([404, 'verdict_not_found']);
    expect(bodyOf(await isnad.as('reader').get(`/v1/claims/${claim}/verdicts`))).toEqual({
      items: [],
      next: null,
    });
    expect((await read(verdict.id, 'admin')).status).toBe(200);
    bodyOf(await decide(isnad, 'editor2', verdict, 'approve', { note: 'Well done.' }));

    const seen = bodyOf(await read(verdict.id, 'reader')) as Verdict;
    expect(seen).toMatchObject({ status: 'published', revision: 1, rationale: verdict.rationale });
    for (const field of ['author', 'approver', 'note', 'problem', 'task'])
      expect(seen).not.toHaveProperty(field);
    expect(bodyOf(await isnad.as('reader').get(`/v1/claims/${claim}/verdicts`))).toEqual({
      items: [seen],
      next: null,
    });
    expect(await readVerdict(isnad, verdict.id)).toMatchObject({
      note: 'Well done.',
      approver: { ref: 'editor2' },
    });
  });

  it('lists all of a claim in order of submission, to the desk the refused and returned ones too', async () => {
    const claim = await enterClaim(isnad);
    const first = await proposeVerdict(isnad, claim);
    bodyOf(await decide(isnad, 'editor2', first, 'return', { note: 'No.' }));
    const second = await submitVerdict(isnad, await readTask(isnad, claim));
    bodyOf(await decide(isnad, 'editor2', second, 'approve'));
    const of = async (person: Person): Promise<string[]> =>
      (bodyOf(await isnad.as(person).get(`/v1/claims/${claim}/verdicts`)) as { items: Verdict[] }).items.map(
        ({ id, status }) => `${id} ${status}`,
      );
    expect(await of('checker2')).toEqual([`${first.id} returned`, `${second.id} published`]);
    expect(await of('reader')).toEqual([`${second.id} published`]);
  });

  it('answers 304 until it is decided on, or a norm that it cites is verified', async () => {
    const body = verdictBody('false', { provisions: [norm] });
    const verdict = await proposeVerdict(isnad, await enterClaim(isnad), { body });
    const changed = async (work: () => PromiseLike<unknown>): Promise<void> => {
      const tag = { 'If-None-Match': tagOf(await read(verdict.id, 'editor')) };
      expect((await read(verdict.id, 'editor', tag)).status).toBe(304);
      await work();
      expect((await read(verdict.id, 'editor', tag)).status).toBe(200);
    };
    const provision = `/v1/provisions/${encodeURIComponent(norm.id)}`;
    await changed(async () => bodyOf(await isnad.as('admin').patch(provision, { verified: false })));
    await changed(async () => bodyOf(await decide(isnad, 'editor2', verdict, 'approve')));
    expect(tagOf(await read(verdict.id, 'editor'))).not.toBe(tagOf(await read(verdict.id, 'reader')));
  });

  it('needs a key, an id, and a claim that is there', async () => {
    const none = '00000000-0000-7000-8000-000000000000';
    expect((await isnad.stranger.get(`/v1/verdicts/${none}`)).status).toBe(401);
    expect((await isnad.stranger.get('/v1/claims/C34/verdicts')).status).toBe(401);
    expect((await read(none, 'editor')).status).toBe(404);
    expect(faultsOf(await read('C34', 'editor'))).toEqual(['id']);
    expect((await isnad.as('reader').get('/v1/claims/none/verdicts')).status).toBe(404);
  });
});

describe('deciding on a verdict', () => {
  it('takes what the editor read, and refuses what has changed since', async () => {
    const verdict = await proposeVerdict(isnad, await enterClaim(isnad));
    const path = `/v1/verdicts/${verdict.id}`;
    const read = async () => isnad.as('editor').get(`${path}/edition`);
    const tag = tagOf(await read());
    const approve = (condition?: string) =>
      isnad
        .as('editor')
        .post(`${path}/transitions`, { event: 'approve' }, condition ? { 'If-Match': condition } : {});
    const unread = await approve();
    expect([unread.status, problemOf(unread).code]).toEqual([428, 'precondition_required']);
    const unknown = await approve(`"${'0'.repeat(64)}"`);
    expect([unknown.status, problemOf(unknown).code]).toEqual([412, 'edition_changed']);

    const gloss = { glosses: { en: 'The delegation never came.' } };
    const claimPath = `/v1/claims/${verdict.claim.ref}`;
    bodyOf(await isnad.as('checker').patch(claimPath, gloss, anyVersion));
    const stale = await approve(tag);
    expect([stale.status, problemOf(stale)]).toMatchObject([
      412,
      { code: 'edition_changed', changed: ['/claim/glosses'] },
    ]);
    const now = tagOf(await read());
    expect(`"${(stale.body as { edition: string }).edition}"`).toBe(now);
    const approved = await approve(now);
    expect(approved.status).toBe(200);
    expect(bodyOf(await read())).toMatchObject({ digest: now.slice(1, -1), status: 'approved' });
    expect((await approve(now)).status).toBe(409);
  });

  it('is over once it is published or returned', async () => {
    const published = await publishVerdict(isnad, await enterClaim(isnad));
    const returned = await proposeVerdict(isnad, await enterClaim(isnad));
    bodyOf(await decide(isnad, 'editor', returned, 'return', { note: 'No.' }));
    for (const verdict of [published, returned])
      for (const [person, decision] of [
        ['editor', 'approve'],
        ['editor', 'return'],
        ['checker', 'withdraw'],
      ] as const) {
        const response = await decide(isnad, person, verdict, decision, { note: 'again' });
        expect([response.status, problemOf(response).code]).toEqual([409, 'illegal_move']);
      }
  });

  it('names what is missing, and is for the desk', async () => {
    const verdict = await proposeVerdict(isnad, await enterClaim(isnad));
    expect(faultsOf(await decide(isnad, 'editor', verdict, 'return', {}))).toEqual(['/note']);
    const wrong = { acknowledge: [{ claim: 'C34' }], rating: 'true' };
    expect(faultsOf(await decide(isnad, 'editor', verdict, 'approve', wrong))).toEqual([
      '/acknowledge/0/note',
      '/rating',
    ]);
    for (const decision of ['approve', 'return', 'withdraw'] as const) {
      const path = `/v1/verdicts/${verdict.id}/transitions`;
      const command = { event: decision, note: 'x' };
      expect((await isnad.stranger.post(path, command)).status).toBe(401);
      expect((await isnad.as('reader').post(path, command)).status).toBe(403);
      const none = { ...verdict, id: '00000000-0000-7000-8000-000000000000' };
      expect((await decide(isnad, 'editor', none, decision, { note: 'x' })).status).toBe(404);
    }
    const withdrawn = await decide(isnad, 'editor', verdict, 'withdraw');
    expect([withdrawn.status, problemOf(withdrawn).code]).toEqual([403, 'not_the_author']);
  });

  it('leaves a task that nobody holds to whoever decides', async () => {
    const claim = await enterClaim(isnad);
    const verdict = await proposeVerdict(isnad, claim);
    const task = await readTask(isnad, claim);
    expect(task.assignee).toBeNull();
    bodyOf(await decide(isnad, 'editor', verdict, 'approve'));
    const ended = await isnad.as('editor').get(`/v1/tasks/${task.id}`);
    expect(ended.body).toMatchObject({ status: 'done', assignee: { ref: 'editor' } });
    expect((await moveTask(isnad, 'editor', task, { event: 'release' })).status).toBe(409);
  });
});
