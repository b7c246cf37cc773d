import fc from 'fast-check';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { Caller } from '../../src/domain/access/rules.js';
import { Failure } from '../../src/platform/errors.js';
import { newClaim, step, type Action, type ModelClaim, type Person } from '../support/desk-model.js';
import { bodyOf, type Page, type Verdict } from '../support/desk.js';
import { seedOfRun } from '../support/random.js';
import { createIsnad, type TestIsnad } from '../support/test-runtime.js';

/** Many more among the long tests. */
const steps = process.env['LONG'] === undefined ? 300 : 8_000;
const claimCount = 12;
const people: Person[] = [
  { ref: 'reader', role: 'reader' },
  { ref: 'admin', role: 'admin' },
  { ref: 'checker', role: 'checker' },
  { ref: 'checker2', role: 'checker' },
  { ref: 'editor', role: 'editor' },
  { ref: 'editor2', role: 'editor' },
];

let isnad: TestIsnad;
const callers = new Map<string, Caller>();
beforeAll(async () => {
  isnad = await createIsnad({ seeded: true });
  await isnad.database.pool.query('UPDATE desk_settings SET wip_limit = 1000');
  for (const { ref } of people) {
    const caller = await isnad.services.authenticateKey(isnad.keys[ref as keyof TestIsnad['keys']]);
    if (caller) callers.set(ref, caller);
  }
});
afterAll(() => isnad.close());

const plain = (name: Exclude<Action['do'], 'assign'>): fc.Arbitrary<Action> => fc.constant({ do: name });
const action: fc.Arbitrary<Action> = fc.oneof(
  ...(['accept', 'take', 'start', 'submit', 'approve'] as const).map((name) => ({
    weight: 4,
    arbitrary: plain(name),
  })),
  ...(['correct', 'reopen', 'return', 'edit'] as const).map((name) => ({
    weight: 2,
    arbitrary: plain(name),
  })),
  ...(['reject', 'release', 'withdraw', 'cancel', 'retract', 'lapse', 'draft'] as const).map((name) => ({
    weight: 1,
    arbitrary: plain(name),
  })),
  { weight: 1, arbitrary: fc.constantFrom(...people).map((to): Action => ({ do: 'assign', to })) },
);
/** Anybody at all, or (null) whoever holds the task, so that not nearly every step is refused. */
const move = fc.tuple(action, fc.option(fc.constantFrom(...people), { freq: 2 }), fc.nat(claimCount - 1));

/** Does it for real. The moves of the claim and of its one live task go through the same use cases as the API. */
async function act(ref: string, taskId: string | undefined, what: Action, who: Caller): Promise<unknown> {
  const { workflow, tasks, verdicts } = isnad.services;
  const onTask = (): string => {
    if (taskId === undefined) throw new Failure('conflict', 'there is no task');
    return taskId;
  };
  switch (what.do) {
    case 'take':
    case 'start':
    case 'release':
      return workflow.moveTask(onTask(), { event: what.do }, who);
    case 'assign':
      return workflow.moveTask(onTask(), { event: 'assign', assignee: what.to.ref, override: true }, who);
    case 'lapse':
      return lapse(onTask());
    case 'submit': {
      const id = await verdicts.submit(onTask(), verdict, who);
      return workflow.recordVerdict(id);
    }
    case 'draft':
      await tasks.saveDraft(onTask(), { rationale: { en: words() } }, who, () => undefined);
      return;
    case 'edit':
      await verdicts.edit(await proposalOf(ref), { rationale: { en: words() } }, who, () => undefined);
      return;
    case 'accept':
    case 'cancel':
      return workflow.moveClaim(ref, { event: what.do }, who);
    case 'approve':
    case 'return':
    case 'withdraw': {
      const id = await proposalOf(ref);
      const { digest: edition } = await workflow.proposeEdition(id);
      const note = 'once more';
      return workflow.moveVerdict(
        id,
        what.do === 'withdraw' ? { event: what.do } : { event: what.do, edition, note },
        who,
      );
    }
    case 'correct':
      return workflow.moveClaim(ref, { event: 'correct', reason: 'error', note: 'it was wrong' }, who);
    case 'retract':
      return workflow.moveClaim(ref, { event: 'retract', reason: 'error' }, who);
    default:
      return workflow.moveClaim(ref, { event: what.do, reason: 'because' }, who);
  }
}

const verdict = {
  findings: { attribution: 'confirmed', fidelity: 'faithful', veracity: 'true' },
  rationale: { en: 'so it is' },
  evidence: [],
  provisions: [],
} as const satisfies object as never;

let said = 0;
/** A draft or an edit that says nothing new makes nobody a writer. */
const words = (): string => `so it is, said for the ${String(++said)}th time`;

async function proposalOf(ref: string): Promise<string> {
  const verdicts = bodyOf(await isnad.as('editor').get(`/v1/claims/${ref}/verdicts`)) as Page<Verdict>;
  const proposed = verdicts.items.find(({ status }) => status === 'proposed');
  if (!proposed) throw new Failure('conflict', 'no verdict awaits approval');
  return proposed.id;
}

/** The lease of a task runs out, and whoever looks next notices. */
async function lapse(taskId: string): Promise<void> {
  const { rowCount } = await isnad.database.pool.query(
    `UPDATE review_tasks SET lease_until = desk_now() - interval '1 second' WHERE id = $1 AND assignee_id IS NOT NULL`,
    [taskId],
  );
  if (rowCount === 0) throw new Failure('conflict', 'nobody holds it');
  await isnad.services.clocks.check(taskId);
}

async function look(
  ref: string,
): Promise<{ model: Omit<ModelClaim, 'author' | 'revisions'>; taskId?: string }> {
  const on = (side: string): string =>
    `ARRAY(SELECT s.ref FROM verdict_sides v JOIN members s ON s.id = v.person_id
           WHERE v.claim_id = c.id AND v.side = '${side}' ORDER BY 1)`;
  const { rows } = await isnad.database.pool.query<Record<string, string | number | null>>(
    `SELECT c.status, c.revision, t.id AS task, t.stage, t.status AS at, m.ref AS holder,
       ${on('writing')} AS writers, ${on('deciding')} AS deciders
     FROM claims c
     LEFT JOIN review_tasks t ON t.claim_id = c.id AND t.status IN ('open', 'assigned', 'in_progress', 'submitted')
     LEFT JOIN members m ON m.id = t.assignee_id WHERE c.ref = $1`,
    [ref],
  );
  const [found] = rows;
  if (!found) throw new Error(`there is no claim ${ref}`);
  const { task = null, stage, at, holder, ...row } = found;
  const model: object = { ...row, task: task === null ? null : { stage, status: at, holder } };
  return {
    model: model as Omit<ModelClaim, 'author' | 'revisions'>,
    ...(task !== null && { taskId: String(task) }),
  };
}

it(`agrees with the plain model at each of ${String(steps)} random steps`, async () => {
  const seed = seedOfRun();
  const walk = fc.sample(move, { numRuns: steps, seed });
  const refs = await enterClaims();
  const models = new Map(refs.map((ref) => [ref, newClaim()]));
  const published = new Map<string, string>();
  let legal = 0;
  for (const [index, [what, anybody, claimIndex]] of walk.entries()) {
    const ref = refs[claimIndex] ?? '';
    const before = models.get(ref) ?? newClaim();
    const holder = people.find((one) => one.ref === before.task?.holder);
    const person = anybody ?? holder ?? { ref: 'editor', role: 'editor' };
    const caller = callers.get(person.ref);
    if (!caller) throw new Error('who is that?');
    const { taskId } = await look(ref);
    const expected = step(before, what, person);
    const told = `seed ${String(seed)}, step ${String(index)}: ${person.ref} does ${JSON.stringify(what)} on ${ref}, ${JSON.stringify(before)}`;
    const outcome = await act(ref, taskId, what, caller).then(
      () => undefined,
      (error: unknown) => error,
    );
    if (outcome !== undefined) expect(outcome, told).toBeInstanceOf(Failure);
    expect(outcome === undefined, told).toBe(expected !== undefined);
    const after = expected ?? before;
    if (expected) legal++;
    models.set(ref, after);
    await isnad.work();
    const { author: _author, revisions: _revisions, ...seen } = after;
    const sorted = { writers: [...seen.writers].sort(), deciders: [...seen.deciders].sort() };
    expect((await look(ref)).model, told).toEqual({ ...seen, ...sorted });
    const free = people.filter(({ role, ref: one }) => role === 'editor' && !after.writers.includes(one));
    expect(free, told).not.toEqual([]);
    if (what.do === 'approve' && expected) await remember(ref, { before, after }, published, told);
  }
  expect(legal).toBeGreaterThan(steps / 20);
  await readAll(published, seed);
}, 1_800_000);

/** Approved by somebody who wrote nothing of it, and noted word for word. */
async function remember(
  ref: string,
  { before: { writers }, after: { author, revision } }: Record<'before' | 'after', ModelClaim>,
  published: Map<string, string>,
  told: string,
) {
  const { rows } = await isnad.database.pool.query<{
    id: string;
    revision: number;
    author: string;
    approver: string;
  }>(
    `SELECT v.id, v.revision, a.ref AS author, p.ref AS approver FROM verdicts v JOIN claims c ON c.id = v.claim_id
     JOIN members a ON a.id = v.author_id JOIN members p ON p.id = v.approver_id
     WHERE c.ref = $1 AND v.status = 'published'`,
    [ref],
  );
  expect(rows, told).toMatchObject([{ revision, author }]);
  expect(writers, told).toContain(author);
  expect(writers, told).not.toContain(rows[0]?.approver);
  published.set(rows[0]?.id ?? '', await contentOf(rows[0]?.id ?? ''));
}

/** Whatever became of them, for a reader every revision says what it said when it was published. */
async function readAll(published: Map<string, string>, seed: number): Promise<void> {
  // A short walk may publish nothing; over a long one that would mean that nothing was looked at.
  if (steps > 4_000) expect(published.size).toBeGreaterThan(3);
  for (const [id, content] of published) expect(await contentOf(id), `seed ${String(seed)}`).toBe(content);
}

async function contentOf(id: string): Promise<string> {
  const response = await isnad.as('reader').get(`/v1/verdicts/${id}`);
  expect(response.status).toBe(200);
  const { findings, rationale, revision } = response.body as Record<string, unknown>;
  return JSON.stringify({ findings, rationale, revision });
}

async function enterClaims(): Promise<string[]> {
  const words = Array.from({ length: claimCount }, (_, index) => `sentence number ${String(index + 100)}`);
  await isnad
    .as('editor')
    .post('/v1/articles', { ref: 'walk', title: 'Walk', language: 'en', text: words.join('. ') });
  const refs = words.map((_, index) => `W${String(index)}`);
  for (const [index, ref] of refs.entries()) {
    const entered = await isnad.as('editor').post('/v1/claims', {
      ref,
      article: 'walk',
      kind: 'assertion',
      quote: { exact: words[index] },
    });
    expect(entered.status).toBe(201);
  }
  await isnad.work();
  return refs;
}
