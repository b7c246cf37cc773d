/** A desk of two editors, one of whom wrote: the other does not leave, in any manner, while nobody else could decide. */
import type { Response } from 'supertest';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { operator } from '../../src/domain/access/rules.js';
import { anyVersion, apiOf } from '../support/api.js';
import { problemOf } from '../support/bodies.js';
import {
  acceptClaim,
  bodyOf,
  decide,
  enterClaim,
  madeOf,
  memberIdOf,
  move,
  proposeVerdict,
  publishVerdict,
  readProposed,
  readTask,
  startTask,
  submitVerdict,
  verdictBody,
  type Verdict,
} from '../support/desk.js';
import { changeWaits, placeGate } from '../support/gate.js';
import { done, outcomeOf } from '../support/outcomes.js';
import { createIsnad, type Person, type TestIsnad } from '../support/test-runtime.js';

let isnad: TestIsnad;
let claim: string;
let verdict: Verdict;
beforeEach(async () => {
  isnad = await createIsnad({ seeded: true });
  const identities = [identity];
  bodyOf(await change('editor', { identities }));
  bodyOf(await change('editor', { identities: [] }));
  claim = await enterClaim(isnad);
});
afterEach(() => isnad.close());

const identity = { issuer: 'https://id.example', subject: 'somebody' };
const propose = async (): Promise<void> => {
  verdict = await proposeVerdict(isnad, claim, { author: 'editor' });
};
const change = (person: Person, body: object): Promise<Response> =>
  Promise.resolve(isnad.as('admin').patch(`/v1/members/${person}`, body, anyVersion));
const lastChangeOf = async (person: Person): Promise<unknown> => {
  const subjectId = await memberIdOf(isnad, person);
  const where = { subjectId, type: 'member.changed' };
  return (await isnad.store.db.event.findFirstOrThrow({ where, orderBy: { seq: 'desc' } })).data;
};
const makeEditor = async (ref: string) => {
  madeOf(await isnad.as('admin').post('/v1/members', { ref, kind: 'person', name: ref, role: 'editor' }));
  const made = madeOf(await isnad.as('admin').post(`/v1/members/${ref}/keys`, { name: 'test' }));
  return apiOf(isnad.app).as((made as { key: string }).key);
};

it.each<[what: string, body: object]>([
  ['leaves', { active: false }],
  ['is made a checker', { role: 'checker' }],
  ['is made an admin', { role: 'admin' }],
  ['becomes one person with its writer', { identities: [identity] }],
])('an editor who alone could decide on a verdict %s with an override only', async (_what, body) => {
  await propose();
  const refused = await change('editor2', body);
  expect([refused.status, problemOf(refused)]).toMatchObject([
    409,
    { code: 'nobody_left_to_decide', claims: [{ ref: claim }], count: 1 },
  ]);
  const told = bodyOf(await change('editor2', { ...body, override: true }));
  const { identities: _, ...fields } = body as { identities?: unknown };
  expect(told).toMatchObject(fields);
  expect(await lastChangeOf('editor2')).toMatchObject({ override: true });
  // It waits where all editors see it.
  const { columns } = bodyOf(await isnad.as('editor').get('/v1/desk/board')) as {
    columns: { status: string; items: { ref: string }[] }[];
  };
  const waiting = columns.find(({ status }) => status === 'in_approval');
  expect(waiting?.items.map(({ ref }) => ref)).toEqual([claim]);
});

it('an editor does not leave while the other holds a review, and what was written meanwhile is not submitted', async () => {
  await acceptClaim(isnad, claim);
  await isnad.work();
  const task = await startTask(isnad, claim, 'editor');
  const refused = await change('editor2', { active: false });
  expect([refused.status, problemOf(refused).code]).toEqual([409, 'nobody_left_to_decide']);
  bodyOf(await change('editor2', { active: false, override: true }));
  const editor = isnad.as('editor');
  const submit = () => editor.post(`/v1/tasks/${task.id}/verdict`, verdictBody(), anyVersion);
  expect(problemOf(await submit()).code).toBe('nobody_left_to_decide');
  bodyOf(await editor.put(`/v1/tasks/${task.id}/draft`, { rationale: { en: 'So it is.' } }, anyVersion));
  expect(problemOf(await submit()).code).toBe('nobody_left_to_decide');
  bodyOf(await change('editor2', { active: true }));
  expect((await submit()).status).toBe(202);
});

it('whoever wrote it leaves, and so does the other once it is decided on', async () => {
  await propose();
  const read = await readProposed(isnad, verdict);
  bodyOf(await change('editor', { active: false }));
  expect(await lastChangeOf('editor')).not.toHaveProperty('override');
  const approve = { event: 'approve', ...read };
  bodyOf(await isnad.as('editor2').post(`/v1/verdicts/${verdict.id}/transitions`, approve));
  bodyOf(await change('editor2', { active: false }));
});

it('a change that was asked for before is refused to whoever confirms it, where a verdict waits by then', async () => {
  const member = { ref: 'admin2', kind: 'person', name: 'Second admin', role: 'admin' } as const;
  await isnad.services.members.ensure({ ...member, languages: [], topics: [] }, operator);
  const { key } = await isnad.services.keys.createKey({ memberRef: 'admin2', name: 'test' }, operator);
  const ask = async (body: object): Promise<string> => {
    const asked = await change('editor2', body);
    expect(asked.status).toBe(202);
    return (asked.body as { id: string }).id;
  };
  const confirm = (id: string) =>
    apiOf(isnad.app)
      .as(key)
      .post(`/v1/privileged-changes/${id}/transitions`, { event: 'confirm' }, anyVersion);
  const early = await ask({ role: 'checker' });
  await propose();
  const refused = await confirm(early);
  expect([refused.status, problemOf(refused).code]).toEqual([409, 'nobody_left_to_decide']);
  bodyOf(await confirm(await ask({ role: 'checker', override: true })));
  expect(await lastChangeOf('editor2')).toMatchObject({ role: 'checker', override: true });
});

it('an override by itself changes nothing', async () => {
  expect((await change('editor2', { override: true })).status).toBe(400);
});

it('nobody new is one person with both editors while a verdict of one of them waits', async () => {
  const other = { issuer: 'https://id.example', subject: 'another' };
  bodyOf(await change('editor2', { identities: [other] }));
  bodyOf(await change('editor2', { identities: [] }));
  await propose();
  const given = { ref: 'both', kind: 'person', name: 'Both', role: 'reader', identities: [identity, other] };
  const refused = await isnad.as('admin').post('/v1/members', given);
  expect([refused.status, problemOf(refused).code]).toEqual([409, 'nobody_left_to_decide']);
});

it('a new member who would make both editors one person is refused in words that can be followed', async () => {
  const other = { issuer: 'https://id.example', subject: 'somebody-else' };
  bodyOf(await change('editor2', { identities: [other] }));
  bodyOf(await change('editor2', { identities: [] }));
  await propose();
  const member = { ref: 'third', kind: 'person', name: 'Third', role: 'reader' };
  const post = (identities: object[]) => isnad.as('admin').post('/v1/members', { ...member, identities });
  const refused = await post([identity, other]);
  expect([refused.status, problemOf(refused)]).toMatchObject([
    409,
    { code: 'nobody_left_to_decide', claims: [{ ref: claim }] },
  ]);
  expect(problemOf(refused).detail).not.toContain('override');
  expect((await post([other])).status).toBe(201);
});

it('whoever writes at the same moment is waited for, and counts', async () => {
  verdict = await proposeVerdict(isnad, claim, { author: 'checker' });
  const gate = await placeGate(isnad.ownerUrl, { table: 'claims', on: 'AFTER UPDATE' }, { at: 'commit' });
  const gloss = Promise.resolve(
    isnad.as('editor').patch(`/v1/claims/${claim}`, { glosses: { en: 'In other words' } }, anyVersion),
  );
  await gate.waiting();
  const left = change('editor2', { active: false });
  await Promise.race([left, changeWaits(isnad, '%SELECT FROM claims%')]);
  await gate.open();
  expect((await gloss).status).toBe(200);
  expect(problemOf(await left).code).toBe('nobody_left_to_decide');
});

describe('a published claim', () => {
  const correct = (person: Person) =>
    outcomeOf(move(isnad, person, claim, { event: 'correct', reason: 'error', note: 'It was wrong.' }));
  const returnNext = async (person: Person): Promise<void> => {
    const task = await readTask(isnad, claim);
    const again = await submitVerdict(isnad, task, 'checker', verdictBody('true'));
    bodyOf(await decide(isnad, person, again, 'return', { note: 'Look again.' }));
  };
  const isRefused = async (person: Person, body: object): Promise<void> => {
    const refused = await change(person, body);
    expect([refused.status, problemOf(refused)]).toMatchObject([
      409,
      { code: 'nobody_left_to_decide', claims: [{ ref: claim }], count: 1 },
    ]);
    expect(problemOf(refused).detail).toContain('begin a correction');
  };

  it('keeps the editor who alone could begin its correction, once the other returned one that was called off', async () => {
    await makeEditor('third');
    await publishVerdict(isnad, claim);
    expect(await correct('editor')).toEqual(done);
    await isnad.work();
    await startTask(isnad, claim);
    await returnNext('editor2');
    bodyOf(await change('third' as Person, { active: false }));
    bodyOf(await move(isnad, 'editor2', claim, { event: 'cancel' }));
    await isRefused('editor', { active: false });
    await isRefused('editor', { role: 'checker' });
    bodyOf(await change('editor', { active: false, override: true }));
    expect(await lastChangeOf('editor')).toMatchObject({ override: true });
    expect(await correct('editor2')).toEqual([403, 'own_decision']);
  });

  it('keeps the third of three editors, where the other two have both returned its correction', async () => {
    const third = await makeEditor('third');
    await publishVerdict(isnad, claim);
    const begun = { event: 'correct', reason: 'error', note: 'It was wrong.' };
    bodyOf(await third.post(`/v1/claims/${claim}/transitions`, begun));
    await isnad.work();
    await startTask(isnad, claim);
    await returnNext('editor');
    await returnNext('editor2');
    bodyOf(await move(isnad, 'editor', claim, { event: 'cancel' }));
    await isRefused('third' as Person, { active: false });
    bodyOf(await change('editor', { active: false }));
    bodyOf(await third.post(`/v1/claims/${claim}/transitions`, begun));
  });

  it('keeps one of the last two editors: alone, nobody corrects', async () => {
    await publishVerdict(isnad, claim);
    await isRefused('editor2', { active: false });
    await makeEditor('third');
    bodyOf(await change('editor2', { active: false }));
  });

  it('keeps whoever could decide on a correction that a checker is at', async () => {
    await publishVerdict(isnad, claim);
    expect(await correct('editor')).toEqual(done);
    await isnad.work();
    await startTask(isnad, claim);
    const refused = await change('editor2', { active: false });
    expect([refused.status, problemOf(refused).code]).toEqual([409, 'nobody_left_to_decide']);
    expect(problemOf(refused).detail).toContain('decide on the verdict');
  });
});
