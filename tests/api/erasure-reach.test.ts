/** How far an erasure reaches: to every way by which the words could still be had, and no further. */
import type { Response } from 'supertest';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { operator } from '../../src/domain/access/rules.js';
import { anyVersion, apiOf } from '../support/api.js';
import { problemOf } from '../support/bodies.js';
import {
  acceptClaim,
  bodyOf,
  enterClaim,
  madeOf,
  move,
  moveTask,
  proposeVerdict,
  publishVerdict,
  readTask,
  startTask,
  submitVerdict,
  verdictBody,
  type Page,
} from '../support/desk.js';
import { erase } from '../support/erasures.js';
import { findInDatabase } from '../support/find-in-database.js';
import { createInternet, type Internet } from '../support/internet.js';
import { createIsnad, type Person, type TestIsnad } from '../support/test-runtime.js';

let isnad: TestIsnad;
let internet: Internet;
let count = 0;
beforeAll(async () => {
  internet = await createInternet();
  isnad = await createIsnad({ seeded: true, outbound: internet.outbound });
});
afterAll(async () => {
  await isnad.close();
  await internet.close();
});

const canary = (what: string): string => `canary-${what}-${String(++count)}-r4z`;

/** An admin asks for it and an editor confirms; nothing that a worker does afterwards has been done yet. */
async function confirmErasure(target: object, texts?: readonly string[]): Promise<void> {
  const body = { target, reason: 'person_asked', ...(texts && { texts }) };
  const asked = await isnad.as('admin').post('/v1/erasures', body);
  expect(asked.status, JSON.stringify(asked.body)).toBe(202);
  const { id } = asked.body as { id: string };
  bodyOf(await isnad.as('editor').post(`/v1/erasures/${id}/transitions`, { event: 'confirm' }, anyVersion));
}

async function addEvidence(url: string): Promise<string> {
  const claim = await enterClaim(isnad);
  const added = await isnad
    .as('checker')
    .post(`/v1/claims/${claim}/evidence`, { url, stance: 'for', note: 'See.' });
  await isnad.work();
  return (madeOf(added) as { id: string }).id;
}

const lastCapture = async (evidence: string): Promise<{ id: string; failure: { code: string } | null }> => {
  const { items } = bodyOf(await isnad.as('editor').get(`/v1/evidence/${evidence}/captures`)) as Page<{
    id: string;
    failure: { code: string } | null;
  }>;
  const last = items.at(-1);
  if (!last) throw new Error('nothing was captured');
  return last;
};

describe('the erasure of evidence', () => {
  it('closes its captures at once, though the file stays because other evidence rests on the same bytes', async () => {
    const word = canary('page');
    const url = internet.serve(`/${word}`, { body: `<title>A page</title><p>${word}</p>` });
    const [gone, stays] = [await addEvidence(url), await addEvidence(url)];
    const [capture, other] = [await lastCapture(gone), await lastCapture(stays)];
    await confirmErasure({ kind: 'evidence', id: gone });
    for (const form of ['text', 'content', 'warc']) {
      const answer = await isnad.as('checker').get(`/v1/captures/${capture.id}/${form}`);
      expect([form, answer.status, problemOf(answer).code]).toEqual([form, 410, 'content_erased']);
      expect((await isnad.as('checker').get(`/v1/captures/${other.id}/${form}`)).status).toBe(200);
    }
  });

  it('leaves nothing of the title of a page that says itself that it is not there', async () => {
    const word = canary('title');
    const url = internet.serve(`/${String(++count)}`, { body: `<title>Page not found – ${word}</title>` });
    const evidence = await addEvidence(url);
    expect(await lastCapture(evidence)).toMatchObject({ failure: { code: 'not_found' } });
    await confirmErasure({ kind: 'evidence', id: evidence });
    expect(await findInDatabase(isnad.database.pool, word)).toEqual([]);
  });
});

describe('the erasure of a member', () => {
  /** A checker of their own name, who has entered a claim. */
  async function hire(word: string): Promise<string> {
    const member = { ref: word, kind: 'person', name: `Name ${word}`, role: 'checker' } as const;
    await isnad.services.members.ensure({ ...member, languages: ['ar'], topics: [] }, operator);
    const { key } = await isnad.services.keys.createKey({ memberRef: word, name: 'key' }, operator);
    return key;
  }
  const leave = (word: string): Promise<unknown> =>
    isnad.as('admin').patch(`/v1/members/${word}`, { active: false }, anyVersion).then(bodyOf);

  it('reaches what an API process keeps of the feed, at the very next question', async () => {
    const word = canary('actor');
    await hire(word);
    const claim = await enterClaim(isnad);
    await acceptClaim(isnad, claim);
    await isnad.work();
    bodyOf(
      await moveTask(isnad, 'editor', await readTask(isnad, claim), { event: 'assign', assignee: word }),
    );
    const now = bodyOf(await isnad.as('editor').get('/v1/feed')) as { next: string };
    bodyOf(
      await isnad
        .as('editor')
        .post(`/v1/tasks/${(await readTask(isnad, claim)).id}/transitions`, { event: 'release' }),
    );
    await isnad.relay();
    const read = async (): Promise<string> =>
      (await isnad.as('editor').get(`/v1/feed?after=${now.next}&limit=200`)).text;
    expect(await read()).toContain(claim);
    await leave(word);
    await isnad.relay();
    await read();
    await confirmErasure({ kind: 'member', id: word });
    await isnad.relay();
    expect(await read()).not.toContain(word);
  });

  it('takes what they wrote beside their webhooks, from the history too', async () => {
    const word = canary('laptop');
    const key = await hire(word);
    const described = {
      url: internet.serve(`/hook-${String(++count)}`, { body: '' }),
      description: `Laptop of ${word}`,
    };
    madeOf(await isnad.stranger.post('/v1/webhooks', described, { Authorization: `Bearer ${key}` }));
    await leave(word);
    await confirmErasure({ kind: 'member', id: word });
    expect(await findInDatabase(isnad.database.pool, word)).toEqual([]);
  });

  it('takes answers that are kept and name them within a sentence', async () => {
    const word = canary('full');
    await hire(word);
    bodyOf(await isnad.as('admin').patch(`/v1/members/${word}`, { wipLimit: 1 }, anyVersion));
    const assign = async (key: string): Promise<Response> => {
      const claim = await enterClaim(isnad);
      await acceptClaim(isnad, claim);
      await isnad.work();
      const { id } = await readTask(isnad, claim);
      const body = { event: 'assign', assignee: word };
      return isnad.as('editor').post(`/v1/tasks/${id}/transitions`, body, { 'Idempotency-Key': key });
    };
    await assign(canary('key'));
    const refused = await assign(canary('key'));
    expect([refused.status, refused.text]).toEqual([409, expect.stringContaining(word)]);
    const { rows } = await isnad.owner.query<{ id: string }>(
      `SELECT t.id FROM review_tasks t JOIN members m ON m.id = t.assignee_id WHERE m.ref = $1 AND t.closed_at IS NULL`,
      [word],
    );
    for (const { id } of rows)
      bodyOf(await isnad.as('editor').post(`/v1/tasks/${id}/transitions`, { event: 'release' }));
    await leave(word);
    await confirmErasure({ kind: 'member', id: word });
    expect(await findInDatabase(isnad.database.pool, word)).toEqual([]);
  });
});

it('the erasure of an article takes the places that a refused quote was answered with', async () => {
  const word = canary('context');
  const text = `${word} came here. ${word} came here.`;
  const article = madeOf(
    await isnad.as('checker').post('/v1/articles', { title: 'Twice', language: 'en', text }),
  ) as { ref: string };
  const claim = { article: article.ref, kind: 'assertion', quote: { exact: `${word} came` } };
  const refused = await isnad.as('checker').post('/v1/claims', claim, { 'Idempotency-Key': 'twice' });
  expect(refused.body).toMatchObject({ code: 'quote_ambiguous', article: { ref: article.ref } });
  await confirmErasure({ kind: 'article', id: article.ref }, ['article_text']);
  const { rows } = await isnad.owner.query('SELECT FROM safe_writes WHERE answer LIKE $1', [`%${word}%`]);
  expect(rows).toEqual([]);
});

it('an answer that was rendered before an erasure is not kept after it', async () => {
  const claim = await enterClaim(isnad, { glosses: { en: canary('late') } });
  const accept = { event: 'accept' };
  bodyOf(
    await isnad.as('editor').post(`/v1/claims/${claim}/transitions`, accept, { 'Idempotency-Key': 'late' }),
  );
  // As it is while the answer is on its way: whoever keeps it asks for the same fingerprint.
  const { rows } = await isnad.owner.query<{ id: Buffer; fingerprint: Buffer }>(
    'UPDATE safe_writes SET answer = NULL WHERE answer LIKE $1 RETURNING id, fingerprint',
    [`%"${claim}"%`],
  );
  expect(rows).toHaveLength(1);
  await confirmErasure({ kind: 'claim', id: claim });
  const [{ id, fingerprint } = { id: null, fingerprint: null }] = rows;
  const after = await isnad.owner.query('SELECT FROM safe_writes WHERE id = $1 AND fingerprint = $2', [
    id,
    fingerprint,
  ]);
  expect(after.rowCount).toBe(0);
});

it('kept answers are looked through before an erasure locks anything, and the last hour of them once more', async () => {
  const word = canary('kept');
  const keep = (id: string, age: string) =>
    isnad.owner.query(
      `INSERT INTO safe_writes (id, step, key_id, operation, fingerprint, answer, created_at)
       SELECT sha256($1), 0, id, 'createClaim', sha256($1), $2, now() - $3::interval FROM keys LIMIT 1`,
      [id, JSON.stringify({ name: word }), age],
    );
  await keep('old', '2 hours');
  await keep('known', '2 hours');
  await keep('recent', '1 minute');
  const { rows } = await isnad.owner.query<{ known: string; looked: { ids: string[] } }>(
    `SELECT encode(sha256('known'), 'hex') AS known, jsonb_build_object('ids', to_jsonb(ARRAY(SELECT encode(id, 'hex')
       FROM unnest(answers_with(ARRAY[$1], '-infinity')) AS id))) AS looked`,
    [word],
  );
  expect(rows[0]?.looked.ids).toHaveLength(3);
  await isnad.owner.query(
    `SELECT forget_answers(ARRAY[$1], jsonb_build_object('since', now(), 'ids', jsonb_build_array($2::text)))`,
    [word, rows[0]?.known],
  );
  const left = await isnad.owner.query<{ old: boolean }>(
    `SELECT id = sha256('old') AS old FROM safe_writes WHERE answer LIKE '%' || $1 || '%'`,
    [word],
  );
  expect(left.rows).toEqual([{ old: true }]);
});

it('the erasure of the note of a verdict leaves the notes of its task', async () => {
  const claim = await enterClaim(isnad);
  await acceptClaim(isnad, claim);
  await isnad.work();
  const task = await startTask(isnad, claim, 'checker');
  const reason = canary('pause');
  bodyOf(await moveTask(isnad, 'checker', task, { event: 'pause', reason }));
  bodyOf(await moveTask(isnad, 'checker', task, { event: 'unpause' }));
  const verdict = await submitVerdict(isnad, task, 'checker', verdictBody());
  const sealed = async (): Promise<number | null> =>
    (await isnad.owner.query('SELECT FROM contents WHERE value::text LIKE $1', [`%${reason}%`])).rowCount;
  expect(await sealed()).toBe(1);
  await confirmErasure({ kind: 'verdict', id: verdict.id }, ['note']);
  expect(await sealed()).toBe(1);
});

it('the erasure of an old verdict leaves the draft and the notes of a correction that others write', async () => {
  const claim = await enterClaim(isnad);
  const word = canary('rationale');
  const verdict = await publishVerdict(isnad, claim, {
    author: 'checker',
    body: verdictBody('false', { rationale: { en: word } }),
  });
  bodyOf(await move(isnad, 'editor', claim, { event: 'correct', reason: 'error', note: 'It was late.' }));
  await isnad.work();
  const task = await startTask(isnad, claim, 'checker2');
  const draft = `/v1/tasks/${task.id}/draft`;
  const mine = { rationale: { en: 'Words of somebody else.' } };
  bodyOf(await isnad.as('checker2').put(draft, mine, anyVersion));
  const reason = 'I wait for an answer of theirs.';
  bodyOf(await moveTask(isnad, 'checker2', task, { event: 'pause', reason }));
  await confirmErasure({ kind: 'verdict', id: verdict.id });
  expect(bodyOf(await isnad.as('checker2').get(draft))).toMatchObject({ draft: mine });
  expect(bodyOf(await isnad.as('checker2').get(`/v1/tasks/${task.id}`))).toMatchObject({
    paused: { reason },
  });
  expect(await findInDatabase(isnad.database.pool, word)).toEqual([]);
});

describe('with the role of the application', () => {
  it('no privileged change begins as confirmed, asks for something else later, or is one that nobody asked for', async () => {
    const verdict = await proposeVerdict(isnad, await enterClaim(isnad));
    const insert = (status: string) =>
      isnad.database.pool.query<{ id: string }>(
        `INSERT INTO privileged_changes (id, kind, status, asked_by_id, decided_by_id, decided_at, wanted, before, asked_at, lapses_at)
         SELECT gen_random_uuid(), 'erase', $1::privileged_status, a.id, CASE WHEN $1 = 'confirmed' THEN e.id END,
           CASE WHEN $1 = 'confirmed' THEN now() END,
           jsonb_build_object('target', jsonb_build_object('kind', 'verdict', 'id', $2::text), 'texts', '["rationale"]'::jsonb, 'reason', 'mistake'),
           '{}', now(), now() + interval '1 day'
         FROM members a, members e WHERE a.ref = 'admin' AND e.ref = 'editor' RETURNING id`,
        [status, verdict.id],
      );
    await expect(insert('confirmed')).rejects.toMatchObject({ constraint: 'privileged_changes_wait_first' });
    const { rows } = await insert('waiting');
    const id = rows[0]?.id;
    const change = (set: string) =>
      isnad.database.pool.query(`UPDATE privileged_changes SET ${set} WHERE id = $1`, [id]);
    await expect(change(`wanted = '{}'`)).rejects.toMatchObject({
      constraint: 'privileged_changes_wait_first',
    });
    await expect(
      change(
        `status = 'confirmed', decided_at = now(), decided_by_id = (SELECT id FROM members WHERE ref = 'editor')`,
      ),
    ).rejects.toMatchObject({ constraint: 'privileged_changes_wait_first' });
    const erase = isnad.database.pool.query(
      `SELECT erase($1, (SELECT id FROM members WHERE ref = 'editor'))`,
      [id],
    );
    await expect(erase).rejects.toMatchObject({ constraint: 'erasures_two_persons' });
    await isnad.owner.query(`
      ALTER TABLE privileged_changes DISABLE TRIGGER privileged_changes_stay;
      DELETE FROM privileged_changes WHERE id = '${String(id)}';
      ALTER TABLE privileged_changes ENABLE TRIGGER privileged_changes_stay`);
  });
});

it('an erasure leaves no tag by which a cache would go on showing what is gone', async () => {
  const word = canary('held');
  const member = { ref: word, kind: 'person', name: word, role: 'checker' } as const;
  await isnad.services.members.ensure({ ...member, languages: [], topics: [] }, operator);
  const { key, id: keyId } = await isnad.services.keys.createKey({ memberRef: word, name: word }, operator);
  const text = `They said that ${word} is near.`;
  const article = madeOf(
    await isnad.as('checker').post('/v1/articles', { title: word, language: 'en', text }),
  ) as { ref: string };
  const claim = await enterClaim(isnad, { article: article.ref, quote: { exact: text } });
  const evidence = madeOf(
    await apiOf(isnad.app)
      .as(key)
      .post(`/v1/claims/${claim}/evidence`, { url: 'https://example.org/held', stance: 'for', note: word }),
  ) as { id: string };
  const body = verdictBody('false', { rationale: { en: word }, evidence: [evidence.id] });
  const verdict = await publishVerdict(isnad, claim, { body });
  bodyOf(await isnad.as('admin').patch(`/v1/members/${word}`, { active: false }, anyVersion));
  const paths = [
    ...[
      `/v1/verdicts/${verdict.id}`,
      `/v1/articles/${article.ref}`,
      `/v1/articles/${article.ref}/versions/1`,
    ],
    ...[`/v1/claims/${claim}`, `/v1/claims/${claim}/evidence`, `/v1/claims/${claim}/history?limit=200`],
    ...[`/v1/evidence/${evidence.id}`, `/v1/members/${word}`, `/v1/keys/${keyId}`, '/v1/keys?limit=200'],
    ...[`/v1/claims?q=${word}`, '/v1/feed?after=start&limit=200'],
  ];
  const held: { path: string; person: Person; tag: string }[] = [];
  for (const path of paths)
    for (const person of ['reader', 'editor', 'admin'] as const) {
      const { status, headers, text: shown } = await isnad.as(person).get(path);
      if (status === 200 && shown.includes(word)) held.push({ path, person, tag: String(headers['etag']) });
    }
  expect(new Set(held.map(({ path }) => path)).size).toBeGreaterThan(9);
  await erase(isnad, { kind: 'verdict', id: verdict.id });
  await erase(isnad, { kind: 'evidence', id: evidence.id });
  await erase(isnad, { kind: 'claim', id: claim }, { texts: ['quote'] });
  await erase(isnad, { kind: 'article', id: article.ref }, { texts: ['article_text', 'article_title'] });
  await erase(isnad, { kind: 'member', id: word });
  for (const { path, person, tag } of held) {
    const { status } = await isnad.as(person).get(path, { 'If-None-Match': tag });
    expect(status, `${person} ${path}`).not.toBe(304);
  }
});
