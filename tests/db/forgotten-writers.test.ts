/** Whoever wrote into a draft that somebody else went on from is known by the draft, though no row knows of them any more. */
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { operator } from '../../src/domain/access/rules.js';
import { anyVersion } from '../support/api.js';
import {
  bodyOf,
  decide,
  enterClaim,
  move,
  moveTask,
  proposeVerdict,
  publishVerdict,
  startReview,
  startTask,
  submitVerdict,
  verdictBody,
  type Task,
  type Verdict,
} from '../support/desk.js';
import { erase } from '../support/erasures.js';
import { addEvidence, captureAgain, listCaptures } from '../support/evidence.js';
import { createInternet, type Internet } from '../support/internet.js';
import { createIsnad, type Person, type TestIsnad } from '../support/test-runtime.js';
import { verifyTables } from '../support/verify-database.js';

let isnad: TestIsnad;
let internet: Internet;
beforeEach(async () => {
  internet = await createInternet();
  isnad = await createIsnad({ seeded: true, outbound: internet.outbound });
});
afterEach(async () => {
  await isnad.close();
  await internet.close();
});

const write = async (person: Person, { id }: Task, words: string): Promise<void> => {
  const draft = { rationale: { en: words } };
  bodyOf(await isnad.as(person).put(`/v1/tasks/${id}/draft`, draft, anyVersion));
};
const release = async (person: Person, task: Task): Promise<void> => {
  bodyOf(await moveTask(isnad, person, task, { event: 'release' }));
};
/** As the owner of the tables: the application cannot. */
const forget = (person: Person) =>
  isnad.owner.query('DELETE FROM verdict_sides WHERE person_id = (SELECT id FROM members WHERE ref = $1)', [
    person,
  ]);

async function approveWhatBecameOfIt(claim: string, person: Person): Promise<void> {
  const verdict = await submitVerdict(isnad, await startTask(isnad, claim, 'checker2'), 'checker2');
  bodyOf(await decide(isnad, person, verdict, 'approve'));
  await isnad.relay();
}

async function expectFound(claim: string, person: Person): Promise<void> {
  await approveWhatBecameOfIt(claim, person);
  expect(await verifyTables(isnad)).toMatchObject({
    valid: false,
    why: expect.stringContaining('wrote') as string,
  });
}

async function expectGood(claim: string, person: Person): Promise<void> {
  await approveWhatBecameOfIt(claim, person);
  expect(await verifyTables(isnad)).toMatchObject({ valid: true });
}

/** Its lease ran out; the next one has its draft. */
async function expire({ id }: Task): Promise<void> {
  await isnad.owner.query("UPDATE review_tasks SET lease_until = now() - interval '1 minute' WHERE id = $1", [
    id,
  ]);
  await isnad.services.clocks.check(id);
}

/** Begun by an editor, whose note is published with it: there is a third one. */
async function correct(claim: string): Promise<void> {
  const another = { ref: 'editor3', kind: 'person', name: 'Another', role: 'editor' } as const;
  await isnad.services.members.ensure({ ...another, languages: [], topics: [] }, operator);
  const why = { event: 'correct', reason: 'error', note: 'The year was wrong.' };
  bodyOf(await move(isnad, 'editor2', claim, why));
}

/** A verdict comes back whose author has left: the next task is anybody's. */
async function returnToAnybody(claim: string, edit?: object, body = verdictBody()): Promise<Verdict> {
  const verdict = await proposeVerdict(isnad, claim, { body });
  if (edit) bodyOf(await isnad.as('checker').patch(`/v1/verdicts/${verdict.id}`, edit, anyVersion));
  bodyOf(await decide(isnad, 'editor2', verdict, 'return', { note: 'Say why.' }));
  await leave('checker');
  return verdict;
}

const leave = (person: Person) =>
  isnad.services.members.change(person, { active: false }, operator, () => undefined);

/** With all that a verdict may hold: evidence in no order of ours, provisions by ref and by id; without a direction, which an event has as null. */
async function wholeVerdict(claim: string): Promise<object> {
  const address = (path: string) => internet.serve(path, { body: '<html><p>Three missiles.</p></html>' });
  const [first, second] = [
    await addEvidence(isnad, claim, address('/first')),
    await addEvidence(isnad, claim, address('/second')),
  ];
  await isnad.work();
  const [capture] = await listCaptures(isnad, second.id);
  const { rows } = await isnad.owner.query<{ id: string; ref: string; direction: string }>(
    `(SELECT id, ref, direction::text FROM provisions WHERE direction = 'from' ORDER BY ref LIMIT 1)
     UNION ALL (SELECT id, ref, direction::text FROM provisions WHERE direction NOT IN ('from', 'to') ORDER BY ref LIMIT 1)`,
  );
  const act = { act: 'bought shells', actor: 'Russia', date: '2023-09' };
  const [oneWay, bothWays] = rows;
  return verdictBody('false', {
    evidence: [second.id, first.id],
    captures: [capture?.id],
    provisions: [
      { ...act, id: oneWay?.ref, direction: 'from' },
      { ...act, id: bothWays?.id },
    ],
    recheckAt: '2031-01-01T00:00:00Z',
  });
}

it('an editor who began a draft, had that forgotten, and approves what became of it', async () => {
  const claim = await enterClaim(isnad);
  const task = await startReview(isnad, claim, 'editor');
  await write('editor', task, 'In my words.');
  await forget('editor');
  await release('editor', task);
  await expectFound(claim, 'editor');
});

it('an editor who changed the draft of somebody else, had that forgotten, and approves what became of it', async () => {
  const claim = await enterClaim(isnad);
  const task = await startReview(isnad, claim, 'checker');
  await write('checker', task, 'As it was.');
  await release('checker', task);
  const taken = await startTask(isnad, claim, 'editor');
  await write('editor', taken, 'In my words.');
  await forget('editor');
  await release('editor', taken);
  await expectFound(claim, 'editor');
});

it('an editor who held a draft and changed nothing, or left it empty, wrote nothing', async () => {
  const claim = await enterClaim(isnad);
  const empty = await startReview(isnad, claim, 'editor');
  bodyOf(await isnad.as('editor').put(`/v1/tasks/${empty.id}/draft`, {}, anyVersion));
  await release('editor', empty);
  const task = await startTask(isnad, claim, 'checker');
  await write('checker', task, 'As it was.');
  await release('checker', task);
  const taken = await startTask(isnad, claim, 'editor');
  await write('editor', taken, 'As it was.');
  await release('editor', taken);
  await expectGood(claim, 'editor');
});

it('an editor who began the draft of a correction, had that forgotten, and approves what became of it', async () => {
  const claim = await enterClaim(isnad);
  await publishVerdict(isnad, claim);
  await correct(claim);
  const task = await startTask(isnad, claim, 'editor');
  await write('editor', task, 'In my words.');
  await forget('editor');
  await release('editor', task);
  await expectFound(claim, 'editor');
});

it('an editor who held the task of a correction and wrote nothing approves it', async () => {
  const claim = await enterClaim(isnad);
  await publishVerdict(isnad, claim);
  await correct(claim);
  await release('editor', await startTask(isnad, claim, 'editor'));
  await expectGood(claim, 'editor');
});

describe('where a task began with the draft of one that expired', () => {
  const begin = async (): Promise<string> => {
    const claim = await enterClaim(isnad);
    const task = await startReview(isnad, claim, 'checker');
    await write('checker', task, 'As it was.');
    await expire(task);
    return claim;
  };

  it('an editor who changed what an expired task left, had that forgotten, and approves what became of it', async () => {
    const claim = await begin();
    const taken = await startTask(isnad, claim, 'editor');
    await write('editor', taken, 'In my words.');
    await forget('editor');
    await release('editor', taken);
    await expectFound(claim, 'editor');
  });

  it('an editor who held it and changed nothing wrote nothing', async () => {
    const claim = await begin();
    await release('editor', await startTask(isnad, claim, 'editor'));
    await expectGood(claim, 'editor');
  });
});

describe('where a task began with a whole verdict that came back', () => {
  type Draft = Record<string, unknown> & { provisions: object[]; evidence: string[] };
  const holdAndRelease = async (claim: string): Promise<void> => {
    await release('editor', await startTask(isnad, claim, 'editor'));
    await expectGood(claim, 'editor');
  };

  it.each([
    ['as it was submitted', undefined],
    [
      'with other findings',
      { findings: { attribution: 'confirmed', fidelity: 'altered', veracity: 'false' } },
    ],
    ['with another rationale', { rationale: { en: 'Because of what was found since.' } }],
  ])('an editor who held it and changed nothing of it %s wrote nothing', async (_how, edit) => {
    const claim = await enterClaim(isnad);
    await returnToAnybody(claim, edit, await wholeVerdict(claim));
    await holdAndRelease(claim);
  });

  it('an editor who held one that was withdrawn wrote nothing', async () => {
    const claim = await enterClaim(isnad);
    const verdict = await proposeVerdict(isnad, claim, { body: await wholeVerdict(claim) });
    bodyOf(await decide(isnad, 'checker', verdict, 'withdraw'));
    await leave('checker');
    await holdAndRelease(claim);
  });

  it('an editor who held one whose words were erased wrote nothing', async () => {
    const claim = await enterClaim(isnad);
    const verdict = await returnToAnybody(claim, undefined, await wholeVerdict(claim));
    await release('editor', await startTask(isnad, claim, 'editor'));
    await erase(isnad, { kind: 'verdict', id: verdict.id });
    await expectGood(claim, 'editor');
  });

  it('an editor who held one whose draft alone was erased wrote nothing', async () => {
    const claim = await enterClaim(isnad);
    await returnToAnybody(claim, undefined, await wholeVerdict(claim));
    const taken = await startTask(isnad, claim, 'editor');
    await release('editor', taken);
    await erase(isnad, { kind: 'task', id: taken.id });
    await expectGood(claim, 'editor');
  });

  it.each<[string, (draft: Draft) => object | Promise<object>]>([
    ['when it is to be looked at again', () => ({ recheckAt: '2032-01-01T00:00:00Z' })],
    [
      'which provision it cites',
      async ({ provisions: [first, second] }) => {
        const { rows } = await isnad.owner.query<{ ref: string }>(
          `SELECT ref FROM provisions WHERE direction = 'from' ORDER BY ref DESC LIMIT 1`,
        );
        return { provisions: [{ ...first, id: rows[0]?.ref }, second] };
      },
    ],
    [
      'on which capture it rests',
      async ({ evidence: [second = ''] }) => ({
        captures: [(await captureAgain(isnad, second, 'editor')).id],
      }),
    ],
  ])('an editor who changed %s, had that forgotten, and approves what became of it', async (_what, edit) => {
    const claim = await enterClaim(isnad);
    await returnToAnybody(claim, undefined, await wholeVerdict(claim));
    const taken = await startTask(isnad, claim, 'editor');
    const path = `/v1/tasks/${taken.id}/draft`;
    const { draft } = bodyOf(await isnad.as('editor').get(path)) as { draft: Draft };
    bodyOf(await isnad.as('editor').put(path, { ...draft, ...(await edit(draft)) }, anyVersion));
    await forget('editor');
    await release('editor', taken);
    await expectFound(claim, 'editor');
  });
});

describe('where a task began with a verdict that was returned', () => {
  it('an editor who changed a verdict that came back, had that forgotten, and approves what became of it', async () => {
    const claim = await enterClaim(isnad);
    await returnToAnybody(claim);
    const taken = await startTask(isnad, claim, 'editor');
    await write('editor', taken, 'In my words.');
    await forget('editor');
    await release('editor', taken);
    await expectFound(claim, 'editor');
  });

  it.each([
    ['as it was submitted', undefined],
    ['as it was edited', { rationale: { en: 'Because of what was found since.' } }],
  ])('an editor who held it and changed nothing of it %s wrote nothing', async (_how, edit) => {
    const claim = await enterClaim(isnad);
    await returnToAnybody(claim, edit);
    await release('editor', await startTask(isnad, claim, 'editor'));
    await expectGood(claim, 'editor');
  });
});
