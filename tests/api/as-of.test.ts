import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { claimAsOf } from '../../src/domain/claim/claim-as-of.js';
import { replay } from '../../src/domain/replay/apply.js';
import type { ReplayedEvent } from '../../src/domain/replay/row.js';
import { faultsOf, problemOf } from '../support/bodies.js';
import {
  bodyOf,
  decide,
  enterClaim,
  move,
  moveTask,
  prioritize,
  publishVerdict,
  readStatus,
  startTask,
  submitVerdict,
  tagOf,
  verdictBody,
  type Claim,
  type ClaimState,
  type Page,
  type Task,
} from '../support/desk.js';
import { createIsnad, type TestIsnad, type Person } from '../support/test-runtime.js';

let isnad: TestIsnad;
beforeAll(async () => {
  isnad = await createIsnad({ seeded: true });
});
afterAll(() => isnad.close());

const askStatus = (claim: string, asOf: string) =>
  isnad.as('reader').get(`/v1/claims/${claim}/status?asOf=${encodeURIComponent(asOf)}`);

const askClaim = (claim: string, asOf: string, person: Person = 'reader') =>
  isnad.as(person).get(`/v1/claims/${claim}?asOf=${encodeURIComponent(asOf)}`);

/** The moment before an update, as far apart as the API tells moments apart. */
const justBefore = (instant: string): string => new Date(Date.parse(instant) - 1).toISOString();

/** Published, corrected, retracted, reopened: what the status document said at each step. */
async function liveThrough(ref: string): Promise<ClaimState[]> {
  const seen: ClaimState[] = [];
  const look = async () => {
    seen.push(await readStatus(isnad, ref));
  };
  await look();
  await publishVerdict(isnad, ref);
  await look();
  const note = 'A number was wrong.';
  bodyOf(await move(isnad, 'editor', ref, { event: 'correct', reason: 'error', note }));
  await look();
  const task = await startTask(isnad, ref);
  const corrected = await submitVerdict(isnad, task, 'checker', verdictBody('mostly-true'));
  await look();
  bodyOf(await decide(isnad, 'editor2', corrected, 'approve'));
  await look();
  bodyOf(await move(isnad, 'editor', ref, { event: 'retract', reason: 'error' }));
  await look();
  bodyOf(await move(isnad, 'editor', ref, { event: 'reopen', reason: 'There is more to see.' }));
  await look();
  return seen;
}

describe('a claim as of then', () => {
  it('has the very status document that was read then', async () => {
    const ref = await enterClaim(isnad);
    const seen = await liveThrough(ref);
    expect(seen.map(({ status, revision }) => [status, revision])).toEqual([
      ['submitted', null],
      ['published', 1],
      ['correcting', 1],
      ['in_approval', 1],
      ['published', 2],
      ['retracted', null],
      ['submitted', null],
    ]);
    for (const status of seen) expect(bodyOf(await askStatus(ref, status.updatedAt))).toEqual(status);
  });

  it('shows the revisions that were published by then, as they stood', async () => {
    const ref = await enterClaim(isnad);
    const seen = await liveThrough(ref);
    const verdictsAt = async (index: number, person: Person = 'editor') => {
      const claim = bodyOf(await askClaim(ref, seen[index]?.updatedAt ?? '', person)) as Claim;
      expect(claim).toMatchObject(seen[index] ?? {});
      return claim.verdicts.map(({ revision, status }) => [revision, status]);
    };
    expect(await verdictsAt(0)).toEqual([]);
    expect(await verdictsAt(1)).toEqual([[1, 'published']]);
    expect(await verdictsAt(3)).toEqual([[1, 'published']]);
    expect(await verdictsAt(3, 'reader')).toEqual([[1, 'published']]);
    expect(await verdictsAt(4)).toEqual([
      [1, 'superseded'],
      [2, 'published'],
    ]);
    expect(await verdictsAt(6)).toEqual([
      [1, 'superseded'],
      [2, 'retracted'],
    ]);
  });

  it('is described as it was described then, not as it is now', async () => {
    const ref = await enterClaim(isnad);
    const first = {
      kind: 'denial',
      secondaryKinds: ['announcement'],
      topics: ['sanctions'],
      glosses: { en: 'They deny it.', ar: 'ينفون ذلك.' },
      statementDate: '2026-01-02',
      dateBasis: 'The text says so.',
      modality: 'certain',
      worthiness: 'Many repeat it.',
      leads: ['https://example.org/lead'],
    };
    const change = async (body: object): Promise<string> => {
      const tag = tagOf(await isnad.as('editor').get(`/v1/claims/${ref}`));
      bodyOf(await isnad.as('editor').patch(`/v1/claims/${ref}`, body, { 'If-Match': tag }));
      return (await readStatus(isnad, ref)).updatedAt;
    };
    const entered = bodyOf(await isnad.as('editor').get(`/v1/claims/${ref}`)) as Claim;
    await prioritize(isnad, ref, 'high');
    const then = await change(first);
    await prioritize(isnad, ref, 'low');
    await change({
      kind: 'assertion',
      secondaryKinds: [],
      topics: ['trade'],
      glosses: { en: 'Something else.' },
      statementDate: '2026-03-04',
      dateBasis: null,
      modality: null,
      worthiness: null,
      leads: [],
    });
    const described = { ...first, priority: 'high' };
    const { dateBasis: _, worthiness: __, leads: ___, ...public_ } = described;
    expect(bodyOf(await askClaim(ref, then, 'editor'))).toMatchObject(described);
    expect(bodyOf(await askClaim(ref, then))).toMatchObject({
      ...public_,
      dateBasis: null,
      worthiness: null,
      leads: [],
    });
    const { tasks: ____, ...before } = entered as unknown as Record<string, unknown>;
    expect(bodyOf(await askClaim(ref, entered.updatedAt, 'editor'))).toEqual(before);
  });

  it('has the chain and the norms it had then', async () => {
    const ref = await enterClaim(isnad);
    const read = async () => {
      const { tasks: _, ...claim } = bodyOf(await isnad.as('editor').get(`/v1/claims/${ref}`)) as Claim;
      return claim;
    };
    const entered = await read();
    const attributions = [{ source: 'dprk', mode: 'indirect', verb: 'said', note: 'As heard by others.' }];
    const tag = tagOf(await isnad.as('editor').get(`/v1/claims/${ref}`));
    const path = `/v1/claims/${ref}/attributions`;
    bodyOf(await isnad.as('editor').put(path, { attributions }, { 'If-Match': tag }));
    const attributed = await read();
    const norm = { provision: 's-res-2270-2016.8' };
    expect((await isnad.as('editor').post(`/v1/claims/${ref}/provisions`, norm)).status).toBe(201);
    const linked = await read();
    for (const then of [entered, attributed, linked])
      expect(bodyOf(await askClaim(ref, then.updatedAt, 'editor'))).toEqual(then);
    const { chain } = bodyOf(await askClaim(ref, attributed.updatedAt)) as { chain: object };
    expect(JSON.stringify(chain)).toContain('"verb":"said"');
    expect(JSON.stringify(chain)).not.toContain('As heard by others.');
  });

  it('has the relations and the evidence it had then, and says nothing of tasks', async () => {
    const [ref, denial] = [await enterClaim(isnad), await enterClaim(isnad)];
    const before = await readStatus(isnad, ref);
    await isnad.as('checker').post(`/v1/claims/${denial}/relations`, { type: 'denies', to: ref });
    const added = await isnad
      .as('checker')
      .post(`/v1/claims/${ref}/evidence`, { url: 'https://example.org/a', stance: 'against' });
    expect(added.status).toBe(201);
    const after = await readStatus(isnad, ref);
    await publishVerdict(isnad, denial);

    const then = bodyOf(await askClaim(ref, before.updatedAt, 'editor')) as Claim;
    expect(then).toMatchObject({ relations: [], evidence: [], contested: false });
    expect(then.tasks).toBeUndefined();
    expect(bodyOf(await askClaim(ref, after.updatedAt))).toMatchObject({ evidence: [] });
    const later = bodyOf(await askClaim(ref, after.updatedAt, 'editor')) as Claim;
    expect(later).toMatchObject({
      contested: true,
      evidence: [{ stance: 'against' }],
      relations: [
        { type: 'denies', direction: 'in', claim: { ref: denial, status: 'submitted', rating: null } },
      ],
    });
  });

  it('names the claim it was merged into', async () => {
    const [from, into] = [await enterClaim(isnad), await enterClaim(isnad)];
    const merged = bodyOf(await move(isnad, 'editor', from, { event: 'merge', into })) as ClaimState;
    await move(isnad, 'editor', from, { event: 'reopen', reason: 'Not the same after all.' });
    expect(bodyOf(await askStatus(from, merged.updatedAt))).toMatchObject({
      status: 'merged',
      mergedInto: { ref: into },
    });
    expect(bodyOf(await askClaim(from, merged.updatedAt))).toMatchObject({ mergedInto: { ref: into } });
  });

  it('is not there before it was entered, nor known in the future', async () => {
    const ref = await enterClaim(isnad);
    const { createdAt } = bodyOf(await isnad.as('reader').get(`/v1/claims/${ref}`)) as Claim;
    for (const ask of [askStatus, askClaim]) {
      const early = await ask(ref, justBefore(createdAt));
      expect([early.status, problemOf(early).code]).toEqual([404, 'claim_not_found']);
      const late = await ask(ref, '2999-01-01T00:00:00Z');
      expect([late.status, problemOf(late).code, faultsOf(late)]).toEqual([422, 'as_of_future', ['asOf']]);
      expect((await ask(ref, 'yesterday')).status).toBe(400);
      expect((await ask('none', createdAt)).status).toBe(404);
    }
  });

  it('answers 304 to whoever has it', async () => {
    const { updatedAt } = await readStatus(isnad, 'C34');
    for (const path of ['/v1/claims/C34/status', '/v1/claims/C34']) {
      const url = `${path}?asOf=${updatedAt}`;
      const tag = tagOf(await isnad.as('reader').get(url));
      expect((await isnad.as('reader').get(url, { 'If-None-Match': tag })).status).toBe(304);
    }
  });
});

describe('the events of a claim', () => {
  it('tell the very status that its row has, for every claim there is', async () => {
    await wander(150);
    const { pool } = isnad.database;
    const { rows: events } = await pool.query<ReplayedEvent>(
      `SELECT claim_id AS claim, type, ordinal, to_jsonb(at) #>> '{}' AS at, data FROM events
       WHERE claim_id IS NOT NULL ORDER BY claim_id, ordinal`,
    );
    const { rows: claims } = await pool.query<{ id: string }>(
      `SELECT id, status, rating, revision, contested, merged_into AS "mergedInto", version,
         to_char(updated_at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') AS "updatedAt"
       FROM claims`,
    );
    expect(claims.length).toBeGreaterThan(50);
    for (const { id, ...status } of claims) {
      expect(claimAsOf(replay(events.filter(({ claim }) => claim === id)), id)).toMatchObject(status);
    }
  });
});

/** Random moves of random claims by random people, legal or not. */
async function wander(steps: number): Promise<void> {
  const claims = ['C34', 'C10', 'C37', await enterClaim(isnad), await enterClaim(isnad)];
  const step = fc.record({
    claim: fc.constantFrom(...claims),
    person: fc.constantFrom<Person>('checker', 'checker2', 'editor', 'editor2'),
    event: fc.constantFrom(
      'accept',
      'reject',
      'merge',
      'correct',
      'cancel',
      'retract',
      'reopen',
      'review',
      'approve',
      'return',
    ),
  });
  for (const { claim, person, event } of fc.sample(step, { numRuns: steps, seed: 7 })) {
    await isnad.work();
    const { verdicts } = bodyOf(await isnad.as('editor').get(`/v1/claims/${claim}`)) as Claim;
    const proposed = verdicts.find(({ status }) => status === 'proposed');
    if (event === 'review') await review(claim, person);
    else if (event === 'approve' || event === 'return') {
      const body = event === 'return' ? { note: 'Look again.' } : {};
      if (proposed) await decide(isnad, person, proposed, event, body);
    } else {
      const more = {
        accept: {},
        cancel: {},
        merge: { into: 'C34' },
        correct: { reason: 'error', note: 'It was wrong.' },
        reject: { reason: 'Not checkable.' },
        retract: { reason: 'unsupported' },
        reopen: { reason: 'There is more.' },
      }[event];
      await move(isnad, person, claim, { event, ...more });
    }
  }
}

/** Takes, starts and submits what the claim waits for, as far as this person may. */
async function review(claim: string, person: Person): Promise<void> {
  const path = `/v1/claims/${claim}/tasks?status=open,assigned,in_progress`;
  const [task] = (bodyOf(await isnad.as('editor').get(path)) as Page<Task>).items;
  if (!task) return;
  for (const event of ['take', 'start']) await moveTask(isnad, person, task, { event });
  await isnad.as(person).post(`/v1/tasks/${task.id}/verdict`, verdictBody());
}
