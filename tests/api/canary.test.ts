/** Nothing that a reader can get tells a word, a rating, a stance or a person of what was never published. */
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Response } from 'supertest';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { CloudEvent } from '../../src/delivery/feed/cloud-event.js';
import { beginning, cursorAt } from '../../src/delivery/feed/cursor-position.js';
import { eventTypes } from '../../src/domain/event/types.js';
import type { Operation } from '../../src/platform/http/route.js';
import { fillDesk } from '../support/canary/fill-desk.js';
import { letTimePass } from '../support/canary/let-time-pass.js';
import { findPlaces, pathsOf, type Places } from '../support/canary/places.js';
import { createSecrets, hiddenRatings, hirePeople } from '../support/canary/secrets.js';
import { bodyOf, enterClaim, madeOf, type ClaimSummary, type Page } from '../support/desk.js';
import { messagesOf } from '../support/event-stream.js';
import { startReceiver, type Receiver } from '../support/hook-receiver.js';
import { createInternet, type Internet } from '../support/internet.js';
import { createLuck, seedOfRun } from '../support/random.js';
import { operations } from '../support/requests.js';
import { createIsnad, type TestIsnad } from '../support/test-runtime.js';
import { deliverAll, subscribe } from '../support/webhooks.js';

const isLong = process.env['LONG'] === '1';
/** One word in six is guessed in the long tests, one in sixty here, which of them by chance. */
const oneIn = isLong ? 6 : 60;
const luck = createLuck(seedOfRun());

const secrets = createSecrets();
const guessed = (): string[] => {
  const first = luck.below(oneIn);
  return secrets.all().filter((_, at) => at % oneIn === first);
};
const bounds = { worst: 1, best: 5 };
const ratings = [
  { slug: hiddenRatings.right, labels: { en: 'Right' }, polarity: 'supports', value: 5, ...bounds },
  { slug: hiddenRatings.wrong, labels: { en: 'Wrong' }, polarity: 'refutes', value: 1, ...bounds },
  { slug: 'plain', labels: { en: 'Plain' }, polarity: 'neutral' },
];

let isnad: TestIsnad;
let internet: Internet;
let receiver: Receiver;
let places: Places;
/** Ids of everybody but the reader. */
let people: string[];

beforeAll(async () => {
  internet = await createInternet();
  receiver = await startReceiver();
  isnad = await createIsnad({ seeded: true });
  await isnad.database.pool.query('UPDATE desk_settings SET wip_limit = 1000');
  madeOf(await isnad.as('admin').post('/v1/ratings', { ratings }));
  await subscribe(isnad, receiver);
  const desk = await hirePeople(isnad, secrets);
  const hook = { url: receiver.url, description: secrets.next('description of a webhook') };
  madeOf(await desk.as('editor').post('/v1/webhooks', { ...hook, types: ['scale.published'] }));
  await fillDesk(desk, secrets, internet);
  places = await findPlaces(isnad.database);
  await letTimePass(desk, secrets);
  await deliverAll(isnad);
  const { rows } = await isnad.database.pool.query<{ id: string }>(
    `SELECT id::text FROM members WHERE ref <> 'reader'`,
  );
  people = rows.map(({ id }) => id);
});
afterAll(async () => {
  await isnad.close();
  await receiver.close();
  await internet.close();
});

/** A cursor is a text in base64url: what is in it can be read. */
const opened = (text: string): string =>
  (text.match(/[\w-]{16,}/g) ?? [])
    .map((word) => Buffer.from(word, 'base64url').toString('latin1'))
    .join(' ');

function leaksIn(text: string): string[] {
  const whole = `${text} ${opened(text)}`;
  return [
    ...secrets.findIn(whole),
    ...(whole.match(/zqhidden-\w+/g) ?? []).map((slug) => `rating: ${slug}`),
    ...(text.match(/"stance": ?"(?:for|against|context)"/g) ?? []),
    ...people.filter((id) => whole.includes(id)).map((id) => `id of a member: ${id}`),
  ];
}

/** All that comes back but the path that was asked for. */
const wireOf = ({ status, headers, text }: Response, path: string): string =>
  [String(status), ...Object.values(headers as Record<string, string>), text].join('\n').replaceAll(path, '');

/** The ratings that there are may be read by all; which of them a claim was given may not. */
const isScale = ({ path }: Operation): boolean => path === '/v1/ratings';
const tellsScale = ({ type }: CloudEvent): boolean => type === 'scale.published';

const reading = operations.filter(
  (one) => one.method === 'get' && !isScale(one) && !['listEvents', 'streamEvents'].includes(one.id),
);

describe.each(['reader', 'stranger'] as const)('a %s', (who) => {
  const caller = () => (who === 'reader' ? isnad.as('reader') : isnad.stranger);

  /** Who may not call it at all is refused before anything is looked up: two of each kind show that. */
  const pathsFor = ({ path, permission }: Operation): string[] => {
    const open = permission === 'public' || (permission === 'read' && who === 'reader');
    const all = pathsOf(path, places);
    if (!open) return all.slice(0, 2);
    // Of many of one kind some, by chance; all among the long tests.
    const every = isLong ? 1 : Math.ceil(all.length / 12);
    const first = luck.below(every);
    return all.filter((_, at) => at % every === first);
  };

  it.each(reading.map((one) => [one.id, one] as const))('finds nothing by %s', async (_id, one) => {
    const found: string[] = [];
    for (const at of pathsFor(one)) {
      const leaks = leaksIn(wireOf(await caller().get(at).buffer(true), at));
      if (leaks.length > 0) found.push(`${at}: ${leaks.join(', ')}`);
    }
    expect(found).toEqual([]);
  });

  it('is told nothing where a write is refused, nor by what only reads', async () => {
    const found: string[] = [];
    const bodies: Record<string, object> = {
      listClaimStatuses: { ids: places['claims'] },
      matchClaims: { text: 'سيزور الوفد المدينة رقم', language: 'ar' },
    };
    for (const one of operations) {
      const { method, id } = one;
      if (method === 'get') continue;
      for (const at of pathsFor(one)) {
        const answer = await (method === 'delete'
          ? caller().delete(at)
          : caller()[method](at, bodies[id] ?? {}));
        const leaks = leaksIn(wireOf(answer, at));
        if (leaks.length > 0) found.push(`${method} ${at}: ${leaks.join(', ')}`);
      }
    }
    expect(found).toEqual([]);
  });
});

describe('everybody', () => {
  const ask = async (path: string): Promise<string[]> =>
    leaksIn(wireOf(await isnad.stranger.get(path).buffer(true), path)).map((leak) => `${path}: ${leak}`);

  it('finds nothing of it on any public page', async () => {
    const { rows } = await isnad.database.pool.query<{ ref: string }>('SELECT ref FROM claims');
    const found: string[] = [];
    for (const { ref } of rows)
      for (const path of [
        `/claims/${ref}`,
        ...['', '/embed', '/card.png'].map((part) => `/en/claims/${ref}${part}`),
      ])
        found.push(...(await ask(path)));
    for (const path of [
      '/',
      '/ar/',
      '/en/',
      '/en/corrections',
      '/ar/feed.rss',
      '/en/feed.atom',
      '/en/feed.json',
      '/data.json',
      '/sitemap.xml',
    ])
      found.push(...(await ask(path)));
    expect(found).toEqual([]);
    expect((await isnad.stranger.get('/en/')).text).toContain('Plain');
  });

  it('learns of no guess whether it is right', async () => {
    const answerTo = async (name: string, value: string): Promise<string> => {
      const { status, text } = await isnad.stranger.get(`/en/?${name}=${encodeURIComponent(value)}`);
      return `${String(status)} ${text.replaceAll(encodeURIComponent(value), '*').replaceAll(value, '*')}`;
    };
    for (const name of ['q', 'topic', 'rating']) {
      const expected = await answerTo(name, 'zqcanarynever');
      for (const guess of [...guessed(), ...Object.values(hiddenRatings)])
        expect(await answerTo(name, guess), `${name}=${guess}`).toBe(expected);
    }
  });
});

describe('a reader who filters', () => {
  const lists = operations.filter(
    (one) => one.query && one.permission === 'read' && !isScale(one) && one.id !== 'streamEvents',
  );
  const wrong = ['zqcanarynever', '00000000-0000-7000-8000-00000000abcd'] as const;
  const isId = (text: string): boolean => /^[0-9a-f]{8}-/.test(text);
  /** What was given comes back in problems and cursors; the rest must not depend on whether it was right. */
  const answerTo = async (path: string, name: string, value: string): Promise<string | undefined> => {
    const { status, text } = await isnad.as('reader').get(`${path}?${name}=${encodeURIComponent(value)}`);
    if (status === 400) return undefined;
    // The feed of a topic has an id of its own, made of what was given.
    const itself = /"requestId":"[^"]+"|<id>urn:uuid:[^<]+<\/id>/;
    return `${String(status)} ${text.replace(itself, '').replaceAll(value, '*')}`;
  };

  it.each(lists.map((one) => [one.id, one] as const))(
    '%s learns of no guess whether it is right',
    async (_id, { path, query }) => {
      const [person = '', personRef = ''] = (places['members'] ?? []).slice(-2);
      const guesses = [...guessed(), ...Object.values(hiddenRatings), person, personRef];
      guesses.push(...(places['verdicts'] ?? []).slice(0, 2), ...(places['evidence'] ?? []).slice(-2));
      const [at = path] = pathsOf(path, places).filter((one) => !/C3[47]/.test(one));
      const told: string[] = [];
      for (const name of Object.keys(query?.shape ?? {})) {
        const expected = [await answerTo(at, name, wrong[0]), await answerTo(at, name, wrong[1])];
        for (const guess of guesses) {
          const answer = await answerTo(at, name, guess);
          if (answer !== expected[isId(guess) ? 1 : 0] && answer !== undefined)
            told.push(`${name}=${guess}: ${answer}`);
        }
      }
      expect(told).toEqual([]);
    },
  );

  it('does not learn that somebody has replied before it is published', async () => {
    const claim = await enterClaim(isnad, { kind: 'accusation' });
    const reply = { label: 'The ministry', outcome: 'replied', date: '2024-06-19' };
    madeOf(await isnad.as('checker').post(`/v1/claims/${claim}/contacts`, reply));
    const unanswered = async (person: 'reader' | 'checker'): Promise<boolean> => {
      const answer = await isnad.as(person).get('/v1/claims?limit=200&unanswered=true&sort=-createdAt');
      return (bodyOf(answer) as Page<ClaimSummary>).items.some(({ ref }) => ref === claim);
    };
    expect([await unanswered('reader'), await unanswered('checker')]).toEqual([true, false]);
  });
});

describe('what happens', () => {
  const seen = async (person: 'reader' | 'admin'): Promise<CloudEvent[]> => {
    const all: CloudEvent[] = [];
    for (let after = cursorAt(beginning); ;) {
      const page = await isnad.as(person).get(`/v1/feed?limit=200&after=${after}`);
      const { items, next } = bodyOf(page) as { items: CloudEvent[]; next: string };
      all.push(...items);
      after = next;
      if (items.length === 0) return all;
    }
  };
  const leaksOf = (events: readonly CloudEvent[]): string[] =>
    events
      .filter((event) => !tellsScale(event))
      .flatMap((event) => leaksIn(JSON.stringify(event)).map((leak) => `${event.type}: ${leak}`));

  it('is told in the feed, in the stream and by webhooks without a word of it', async () => {
    const feed = await seen('reader');
    expect(leaksOf(feed)).toEqual([]);
    expect(leaksOf(await seen('admin')).length).toBeGreaterThan(50);

    const server = createServer(isnad.app).listen(0);
    const { port } = server.address() as AddressInfo;
    const response = await fetch(`http://127.0.0.1:${String(port)}/v1/stream`, {
      headers: { Authorization: `Bearer ${isnad.keys.reader}`, 'Last-Event-ID': cursorAt(beginning) },
    });
    const streamed: CloudEvent[] = [];
    for await (const { event } of messagesOf(response)) {
      if (event) streamed.push(event);
      if (streamed.length >= feed.length) break;
    }
    server.closeAllConnections();
    server.close();
    expect(streamed.map(({ id }) => id)).toEqual(feed.map(({ id }) => id));
    expect(leaksOf(streamed)).toEqual([]);

    expect(receiver.accepted().length).toBeGreaterThan(100);
    expect(leaksOf(receiver.all.map(({ event }) => event))).toEqual([]);
    expect(receiver.all.flatMap(({ headers }) => leaksIn(JSON.stringify(headers)))).toEqual([]);
  });

  it('was of every type that there is on the way to an approval', async () => {
    const types = new Set((await seen('admin')).map(({ type }) => type));
    const afterwards: readonly string[] = [
      'claim.retracted',
      'claim.clash_arose',
      'claim.notice_proposed',
      'claim.notice_approved',
      'claim.notice_dropped',
      'verdict.recheck_due',
      'claim.merge_target_changed',
    ];
    const missing = eventTypes.filter(
      (type) =>
        /^(?:claim|task|verdict|member)\./.test(type) && !afterwards.includes(type) && !types.has(type),
    );
    expect(missing).toEqual([]);
  });
});
