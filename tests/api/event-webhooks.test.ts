/** What receivers are sent is what the document says of each type of event. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { cursorAt, fingerprintOf } from '../../src/delivery/feed/cursor-position.js';
import { eventData } from '../../src/delivery/feed/event-data/event-data.js';
import { publicData } from '../../src/domain/event/public-data.js';
import { operator } from '../../src/domain/access/rules.js';
import { eventTypes, type EventType } from '../../src/domain/event/types.js';
import type { ApiDocument } from '../../src/platform/http/openapi.js';
import { anyVersion, apiOf } from '../support/api.js';
import {
  bodyOf,
  decide,
  enterClaim,
  madeOf,
  move,
  moveTask,
  proposeVerdict,
  publishVerdict,
  readProposed,
  startReview,
  takeTask,
} from '../support/desk.js';
import { startReceiver, type Receiver } from '../support/hook-receiver.js';
import { mergeSources, recordSource, splitSource } from '../support/merged-sources.js';
import { createBusyIsnad, operations, requests, send } from '../support/requests.js';
import type { TestIsnad } from '../support/test-runtime.js';
import { deliverAll, subscribe } from '../support/webhooks.js';

let isnad: TestIsnad;
/** As the document of the running application has them. */
let described: NonNullable<ApiDocument['webhooks']>;
const receivers: Partial<Record<'admin' | 'reader', Receiver>> = {};

beforeAll(async () => {
  isnad = await createBusyIsnad(['127.0.0.0/8']);
  // What the first article left behind is of types that are met again; the checkpoint behind it is not.
  await isnad.relay();
  const [, { position, event } = { position: 0n, event: { id: '' } }] =
    await isnad.store.db.feedEntry.findMany({
      orderBy: { position: 'desc' },
      take: 2,
      select: { position: true, event: { select: { id: true } } },
    });
  const from = cursorAt({ position, fingerprint: fingerprintOf(event.id) });
  described = ((await isnad.stranger.get('/openapi.json')).body as Required<ApiDocument>).webhooks;
  for (const operation of operations) {
    const prepared = await requests[operation.id]?.(isnad);
    if (prepared && operation.method !== 'get') await send(isnad, operation, prepared);
  }
  await workAtTheDesk();
  await decideOnPeople();
  for (const as of ['admin', 'reader'] as const) {
    const receiver = await startReceiver();
    receivers[as] = receiver;
    await subscribe(isnad, receiver, { as, from, concurrency: 16 });
  }
  await deliverAll(isnad);
}, 240_000);
afterAll(async () => {
  await isnad.close();
  for (const receiver of Object.values(receivers)) await receiver.close();
});

/** Moves that no single request makes. */
async function workAtTheDesk(): Promise<void> {
  const act = async (person: 'editor' | 'editor2' | 'checker', claim: string, command: object) => {
    bodyOf(await move(isnad, person, claim, command));
    await isnad.work();
  };
  const [published, rejected, merged, returned, withdrawn, broken] = await Promise.all(
    Array.from({ length: 6 }, () => enterClaim(isnad)),
  );
  if (!published || !rejected || !merged || !returned || !withdrawn || !broken) throw new Error('six claims');
  const [once, twice] = [await recordSource(isnad, 'Interfax'), await recordSource(isnad, 'Интерфакс')];
  await mergeSources(isnad, twice, once);
  await splitSource(isnad, twice);
  await publishVerdict(isnad, published);
  await act('editor', published, { event: 'correct', reason: 'error', note: 'It was wrong.' });
  await act('editor', published, { event: 'cancel' });
  await act('editor', merged, { event: 'merge', into: published, note: 'The same.' });
  await act('editor', rejected, { event: 'reject', reason: 'Nothing to check.' });
  await act('editor', rejected, { event: 'reopen', reason: 'There is.' });
  bodyOf(
    await decide(isnad, 'editor2', await proposeVerdict(isnad, returned), 'return', { note: 'Say why.' }),
  );
  bodyOf(
    await decide(isnad, 'checker', await proposeVerdict(isnad, withdrawn), 'withdraw', { note: 'Not yet.' }),
  );
  const glass = await proposeVerdict(isnad, broken);
  await takeTask(isnad, broken, 'editor2');
  const reason = { reason: 'It cannot wait.', second: 'checker2' };
  bodyOf(await decide(isnad, 'editor', glass, 'break_glass', reason));
  bodyOf(await decide(isnad, 'checker2', glass, 'confirm'));
  const denial = await enterClaim(isnad);
  madeOf(await isnad.as('checker').post(`/v1/claims/${denial}/relations`, { type: 'denies', to: broken }));
  await act('editor', denial, { event: 'reject', reason: 'Nobody says so.' });
  // Both were approved with the same rating, and without this relation.
  madeOf(await isnad.as('checker').post(`/v1/claims/${published}/relations`, { type: 'denies', to: broken }));
  const work = await startReview(isnad, await enterClaim(isnad));
  for (const command of [
    { event: 'extend' },
    { event: 'pause', reason: 'The archive is closed.' },
    { event: 'unpause' },
    { event: 'release', note: 'Somebody else.' },
  ])
    bodyOf(await moveTask(isnad, 'checker', work, command));
  for (const command of [
    { event: 'assign', assignee: 'checker2' },
    { event: 'prioritize', priority: 'high' },
  ])
    bodyOf(await moveTask(isnad, 'editor', work, command));
  const [hook] = (bodyOf(await isnad.as('checker').get('/v1/webhooks')) as { items: { id: string }[] }).items;
  for (const event of ['disable', 'enable'])
    await isnad.as('checker').post(`/v1/webhooks/${hook?.id ?? ''}/transitions`, { event });
  await act('editor', published, { event: 'retract', reason: 'error', note: 'It was wrong.' });
  await dropLastNotice(published);
  await changeWhatWasRead();
  await isnad.work();
}

/** What takes a second admin. */
async function decideOnPeople(): Promise<void> {
  const { members, keys } = isnad.services;
  const ref = 'admin2';
  await members.ensure(
    { ref, kind: 'person', name: ref, role: 'admin', languages: [], topics: [] },
    operator,
  );
  const second = apiOf(isnad.app).as((await keys.createKey({ memberRef: ref, name: 'x' }, operator)).key);
  for (const event of ['confirm', 'reject']) {
    const given = { ref: `privileged-${event}`, kind: 'person', name: 'x', role: 'editor' };
    const asked = await isnad.as('admin').post('/v1/members', given);
    bodyOf(await second.post(`${String(asked.headers['location'])}/transitions`, { event }, anyVersion));
  }
  await members.change(ref, { active: false }, operator, () => undefined);
}

async function dropLastNotice(claim: string): Promise<void> {
  const path = `/v1/claims/${claim}/editions`;
  const { items } = bodyOf(await isnad.as('editor').get(path)) as { items: { digest: string }[] };
  const notice = `${path}/${items.at(-1)?.digest ?? ''}`;
  bodyOf(await isnad.as('editor').post(`${notice}/transitions`, { event: 'drop' }));
}

async function changeWhatWasRead(): Promise<void> {
  const ref = await enterClaim(isnad);
  const { id } = await proposeVerdict(isnad, ref);
  await readProposed(isnad, { id });
  bodyOf(await isnad.as('checker').patch(`/v1/claims/${ref}`, { topics: ['travel'] }, anyVersion));
  await isnad.services.editions.compareEditions({ about: 'verdict', id });
}

interface Shown {
  properties: { data: { properties: Record<string, unknown>; required: string[] } };
}
const dataOf = (type: string): Shown['properties']['data'] => {
  const { requestBody } = described[type]?.post as unknown as {
    requestBody: { content: Record<string, { schema: { allOf: [object, Shown] } }> };
  };
  const own = requestBody.content['application/cloudevents+json']?.schema.allOf[1];
  if (!own) throw new Error(`${type} is not described`);
  return own.properties.data;
};

/** What takes time, another process or a receiver that fails; each is made in a test of its own. */
const notMade = new Set<EventType>([
  ...(['task.reminded', 'task.overdue', 'task.escalated', 'task.expired'] as const),
  ...([
    'verdict.glass_unconfirmed',
    'verdict.glass_lapsed',
    'verdict.recheck_due',
    'verdict.refused',
  ] as const),
  ...(['webhook.gave_up', 'webhook.handed_on', 'privileged_change.lapsed', 'content.erased'] as const),
  ...(['content.redacted', 'claim.merge_target_changed'] as const),
  ...(['review.imported', 'review.changed', 'review.withdrawn'] as const),
]);

describe('the document', () => {
  it('has every type of event, and words for it', () => {
    expect(Object.keys(described)).toEqual([...eventTypes, 'webhook.test']);
  });

  it.each(['admin', 'reader'] as const)('describes all that an %s is sent', (as) => {
    const events = (receivers[as]?.accepted() ?? []).map(({ event }) => event);
    expect(events.length).toBeGreaterThan(200);
    const faults = events.flatMap(({ type, data }) => {
      if (data === undefined) return [];
      const { properties, required } = dataOf(type);
      const unknown = Object.keys(data).filter((name) => !(name in properties));
      const missing = required.filter((name) => !(name in data));
      return [...unknown, ...missing].map((name) => `${type} ${name}`);
    });
    expect([...new Set(faults)]).toEqual([]);
  });

  it('has the right form for each member of their data', () => {
    const faults = (receivers.admin?.accepted() ?? []).flatMap(({ event: { type, data } }) => {
      const parsed = eventData[type].data.safeParse(data);
      return parsed.success ? [] : [`${type} ${parsed.error.message} ${JSON.stringify(data)}`];
    });
    expect([...new Set(faults)]).toEqual([]);
  });

  it('describes the event of a test, which stands in no feed', async () => {
    const receiver = await startReceiver();
    const hook = await subscribe(isnad, receiver);
    bodyOf(await isnad.as('reader').post(`/v1/webhooks/${hook.id}/test`));
    const { components } = (await isnad.stranger.get('/openapi.json')).body as {
      components: { schemas: Record<string, { required: string[]; properties: object }> };
    };
    const { required = [], properties = {} } = components.schemas['TestEvent'] ?? {};
    const sent = receiver.accepted().map(({ event }) => Object.keys(event).sort());
    expect(sent).toEqual([[...required].sort()]);
    expect(Object.keys(properties).sort()).toEqual([...required].sort());
    await receiver.close();
  });

  it('has the right form for what readers are shown of an erasure, whomever it was about', () => {
    for (const kind of ['member', 'privileged_change', 'claim']) {
      const target = { kind, id: '00000000-0000-4000-8000-000000000000' };
      const shown = publicData('content.erased', { target, texts: ['note'], reason: 'person_asked' });
      const described = eventData['content.erased'].data.pick({ target: true });
      expect(described.safeParse({ target: shown?.['target'] }).success, kind).toBe(true);
    }
  });

  it('was held against every type that can be made here', () => {
    const met = new Set((receivers.admin?.accepted() ?? []).map(({ event }) => event.type));
    expect(eventTypes.filter((type) => !met.has(type) && !notMade.has(type))).toEqual([]);
  });

  it.each(['claim.of_a_later_version', 'constructor', '__proto__', 'toString'])(
    'shows readers nothing of the data of a type that nobody has decided on: %s',
    (type) => {
      expect(publicData(type, { ref: 'C34', note: 'Words of the desk' })).toBeUndefined();
    },
  );

  it('marks as needed what readers see too', () => {
    for (const type of eventTypes) {
      const { properties, required } = dataOf(type);
      const all = Object.fromEntries(Object.keys(properties).map((name) => [name, name]));
      const seen = publicData(type, all);
      if (seen) expect(Object.keys(seen), type).toEqual(expect.arrayContaining(required));
    }
  });
});
