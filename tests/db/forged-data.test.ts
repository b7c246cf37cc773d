/** Events stay for good. Whoever may write one may write one whose data is anything: nobody who reads is stopped by it. */
import { afterAll, beforeAll, expect, it } from 'vitest';
import { randomUUID } from 'node:crypto';
import { redactedKinds } from '../../src/domain/erasure/redaction.js';
import { eventTypes, subjectTypes } from '../../src/domain/event/types.js';
import { dispatch } from '../../src/delivery/feed/relay.js';
import { jobs, jobsFor, isJobName } from '../../src/jobs.js';
import {
  bodyOf,
  decide,
  enterClaim,
  move,
  publishVerdict,
  readClaim,
  startTask,
  submitVerdict,
  verdictBody,
} from '../support/desk.js';
import { startReceiver } from '../support/hook-receiver.js';
import { insertEvent } from '../support/insert-event.js';
import { tieMembers } from '../support/second-persons.js';
import { createIsnad, type Person, type TestIsnad } from '../support/test-runtime.js';
import { verifyTwice } from '../support/verify-database.js';
import { deliverAll, readWebhook, subscribe } from '../support/webhooks.js';

let isnad: TestIsnad;
let claim: string;
let claimId: string;
let article: string;

/** Whatever is read of the data of an event anywhere. */
const names = [
  ...[
    'holder',
    'assignee',
    'second',
    'verdict',
    'evidence',
    'stage',
    'wrote',
    'checkAt',
    'reason',
    'reasons',
  ],
  ...[
    'changed',
    'note',
    'revision',
    'correction',
    'into',
    'was',
    'seals',
    'texts',
    'rows',
    'number',
    'target',
  ],
  ...[
    'glosses',
    'provision',
    'draft',
    'claims',
    'edition',
    'from',
    'to',
    'change',
    'again',
    'label',
    'outcome',
  ],
];
const nobody = randomUUID();
const values: readonly unknown[] = [
  ...['x', '', nobody, '5', '99999999999', '2026-99-99T99:99:99Z', 'infinity', 5, 1e300, true, null],
  ...[
    [],
    [null],
    [5],
    ['x'],
    [{ claim: 'x', outcome: 'lost' }],
    {},
    { sealed: 'x' },
    { from: 'x', id: 'x', into: 'x' },
  ],
  { now: { verdicts: ['x', { rationale: { sealed: 'x' } }], articles: [{ outlet_id: 'x' }] } },
];

const ofClaims = /^(?:claim|task|verdict|edition)\./;

/** As the application itself would write it; whether it could. */
async function forge(type: string, data: Record<string, unknown>): Promise<boolean> {
  const [kind = ''] = type.split('.');
  const inChain = ofClaims.test(type) || type === 'content.erased';
  const id = { claim: claimId, article }[kind] ?? randomUUID();
  const subject = { type: (subjectTypes as readonly string[]).includes(kind) ? kind : 'verdict', id };
  return insertEvent(isnad.database.pool, { type, subject, claim: inChain ? claimId : null, data }).then(
    () => true,
    () => false,
  );
}

const refused: string[] = [];

beforeAll(async () => {
  isnad = await createIsnad({ seeded: true });
  claim = await enterClaim(isnad);
  await publishVerdict(isnad, claim, { body: verdictBody('false') });
  const known = await readClaim(isnad, claim);
  claimId = known.id;
  article = known.article.id;
  await isnad.work();
  for (const type of eventTypes)
    for (const value of values) {
      const data = Object.fromEntries(names.map((name) => [name, value]));
      if (!(await forge(type, data))) refused.push(`${type} ${JSON.stringify(value)}`);
    }
}, 120_000);
afterAll(() => isnad.close());

const everybody: readonly Person[] = ['reader', 'checker', 'editor', 'admin'];

it('is refused by nothing but what withholds texts of no kind', () => {
  expect(refused.filter((one) => !one.startsWith('content.redacted'))).toEqual([]);
});

it('has its place in the feed, and is passed by whoever owes work for it', async () => {
  await isnad.relay();
  const waiting = await isnad.database.pool.query('SELECT FROM outbox');
  expect(waiting.rowCount).toBe(0);
  const enqueue = ({ name, payload, delayMs = 0 }: { name: string; payload: unknown; delayMs?: number }) => {
    if (!isJobName(name)) throw new Error(name);
    jobs[name].payload.parse(payload);
    expect(delayMs).toBeLessThan(8 * 24 * 3_600_000);
    return Promise.resolve();
  };
  while ((await dispatch(isnad.store, { enqueue, jobsFor })) !== 'idle');
});

it.each(everybody)('is read in the feed and in the inbox by the %s', async (person) => {
  const read = isnad.as(person);
  let more = true;
  let count = 0;
  for (let after = 'start'; more;) {
    const page = bodyOf(await read.get(`/v1/feed?limit=200&after=${after}`)) as {
      items: unknown[];
      next: string;
      more: boolean;
    };
    ({ next: after, more } = page);
    count += page.items.length;
  }
  expect(count).toBeGreaterThan(1_000);
  if (person !== 'reader') bodyOf(await read.get('/v1/desk/inbox?limit=200'));
});

it('counts for nobody in the figures of the flow', async () => {
  await isnad.work();
  const { rows } = await isnad.database.pool.query<{ behind: boolean }>(
    'SELECT task_spans_are_behind() AS behind',
  );
  expect(rows[0]?.behind).toBe(false);
  await isnad.database.pool.query("SELECT sum_flow('-infinity', 'infinity', false)");
  bodyOf(await isnad.as('editor').get('/v1/stats/flow'));
});

it('takes no page and no list along', async () => {
  for (const path of [
    ...[
      '/en/',
      '/ar/',
      '/en/corrections',
      '/ar/corrections',
      `/en/claims/${claim}`,
      '/en/feed.atom',
      '/ar/feed.json',
    ],
    ...['/data.json', '/sitemap.xml'],
  ])
    expect((await isnad.stranger.get(path)).status, path).toBe(200);
  for (const path of [
    '/v1/corrections?limit=200',
    `/v1/claims/${claim}/history?limit=200`,
    `/v1/claims/${claim}/editions`,
  ])
    expect((await isnad.as('editor').get(path)).status, path).toBe(200);
});

it('concerns nobody where it is of a type that only looks like one', async () => {
  await forge('privileged_change.x', {});
  await isnad.relay();
  bodyOf(await isnad.as('admin').get('/v1/desk/inbox'));
});

it('stops no webhook', async () => {
  const receiver = await startReceiver();
  const webhook = await subscribe(isnad, receiver);
  const { rows } = await isnad.database.pool.query<{ end: string }>(
    'SELECT max(position) - 40 AS end FROM feed',
  );
  await isnad.owner.query('UPDATE webhooks SET position = $1', [rows[0]?.end]);
  await deliverAll(isnad);
  expect(receiver.all.length).toBeGreaterThanOrEqual(40);
  expect(await readWebhook(isnad, webhook)).toMatchObject({ status: 'enabled' });
  await receiver.close();
});

it('stops no decision on the claim, and no look at earlier ones', async () => {
  await tieMembers(isnad, 'editor2', 'checker2');
  bodyOf(await isnad.as('admin').get('/v1/desk/doubts'));
  bodyOf(
    await move(isnad, 'editor', claim, {
      event: 'correct',
      reason: 'error',
      note: 'It was read in a caption.',
    }),
  );
  const next = await submitVerdict(
    isnad,
    await startTask(isnad, claim),
    'checker',
    verdictBody('mostly-true'),
  );
  bodyOf(await decide(isnad, 'editor2', next, 'approve'));
});

it('is found by both commands that verify', async () => {
  expect(await verifyTwice(isnad)).toMatchObject({ valid: false });
});

it('withholds texts of every kind that there is', async () => {
  for (const kind of redactedKinds)
    await insertEvent(isnad.database.pool, {
      type: 'content.redacted',
      subject: { type: 'source', id: randomUUID() },
      data: { texts: [kind] },
    });
});

it('owes no work that names what is no id', () => {
  const event = { type: 'claim.evidence_added', subjectId: nobody, claimId: null, evidenceId: 'x' };
  expect(jobsFor(event)).toEqual([]);
});
