/** Texts of others can be withheld: two persons decide, rows stay, and no answer has the words any more. */
import pg from 'pg';
import type { Response } from 'supertest';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { beginning, cursorAt } from '../../src/delivery/feed/cursor-position.js';
import { verifyExport } from '../../src/integrity/exports/verify-export.js';
import { anyVersion } from '../support/api.js';
import { findPlaces, pathsOf, type Places } from '../support/canary/places.js';
import {
  bodyOf,
  decide,
  madeOf,
  memberIdOf,
  move,
  publishVerdict,
  startTask,
  submitVerdict,
  type Page,
} from '../support/desk.js';
import { findInDatabase } from '../support/find-in-database.js';
import { startReceiver, type Receiver } from '../support/hook-receiver.js';
import { operations } from '../support/requests.js';
import { createIsnad, type Person, type TestIsnad } from '../support/test-runtime.js';
import { iterate } from '../support/tampering/campaign.js';
import { verifyTables } from '../support/verify-database.js';
import { deliverAll, subscribe, type CreatedWebhook } from '../support/webhooks.js';

/** One word for each text that is withheld below; and those that stay. */
const words = {
  quote: 'zqquotezq',
  around: 'zqaroundzq',
  text: 'zqtextzq',
  title: 'zqtitlezq',
  url: 'zqaddresszq',
  source: 'zqsourcezq',
  spoken: 'zqspokenzq',
  outlet: 'zqoutletzq',
  note: 'zqnotezq',
} as const;
const all = Object.values(words);
const people = ['reader', 'editor', 'admin'] as const;

let isnad: TestIsnad;
let receiver: Receiver;
let webhook: CreatedWebhook;
let places: Places;
/** The claim whose words go, and one that is related to it. */
let claim: { id: string; ref: string };
let other: { id: string; ref: string };
let article: { id: string; ref: string };
const sent = { 'Idempotency-Key': 'entered-with-words' };
let entered: object;
let edition: { digest: string };

beforeAll(async () => {
  receiver = await startReceiver();
  isnad = await createIsnad({ seeded: true });
  webhook = await subscribe(isnad, receiver, { as: 'admin' });
  const source = async (ref: string, name: string): Promise<void> => {
    const names = [{ language: 'en', text: `${words.spoken} ${name}` }];
    const told = { affiliation: name, note: `${words.note} ${name}`, wikidata: null };
    madeOf(await isnad.as('editor').post('/v1/sources', { ref, kind: 'person', name, names, ...told }));
  };
  await source('one-who-speaks', words.source);
  await source('one-who-prints', words.outlet);
  bodyOf(await isnad.as('editor').patch('/v1/sources/one-who-speaks', { note: words.note }, anyVersion));
  article = madeOf(
    await isnad.as('checker').post('/v1/articles', {
      ...{ title: `About ${words.title}`, language: 'en', url: `https://example.org/${words.url}` },
      outlet: 'one-who-prints',
      text: `It began ${words.around} and ${words.quote} was said, ${words.around} they say. ${words.text}.`,
    }),
  ) as typeof article;
  const chain = [{ source: 'one-who-speaks', mode: 'direct' }];
  entered = {
    article: article.ref,
    kind: 'assertion',
    attributions: chain,
    quote: { exact: `${words.quote} was said` },
  };
  claim = madeOf(await isnad.as('checker').post('/v1/claims', entered, sent)) as typeof claim;
  const elsewhere = { title: 'Another article', language: 'en', text: 'Later nobody knew.' };
  madeOf(await isnad.as('checker').post('/v1/articles', { ref: 'elsewhere', ...elsewhere }));
  const repeated = { article: 'elsewhere', kind: 'assertion', quote: { exact: 'Later nobody knew' } };
  other = madeOf(await isnad.as('checker').post('/v1/claims', repeated)) as typeof other;
  madeOf(
    await isnad.as('checker').post(`/v1/claims/${other.ref}/relations`, { type: 'supports', to: claim.ref }),
  );
  const contact = { source: 'one-who-speaks', outcome: 'replied', date: '2024-06-19', text: 'No.' };
  madeOf(await isnad.as('checker').post(`/v1/claims/${claim.ref}/contacts`, contact));
  const verdict = await publishVerdict(isnad, claim.ref);
  await publishVerdict(isnad, other.ref);
  await deliverAll(isnad);
  places = {
    // Of what the words have nothing to do with, two each.
    ...Object.fromEntries(
      Object.entries(await findPlaces(isnad.database)).map(([noun, names]) => [noun, names.slice(-2)]),
    ),
    claims: [claim.ref, other.ref],
    verdicts: [verdict.id],
    articles: [article.ref],
    sources: ['one-who-speaks', 'one-who-prints'],
    '{number}': ['1'],
    '{edition}': ['1'],
  };
  edition = bodyOf(await isnad.as('reader').get(`/v1/claims/${claim.ref}/editions/1`)) as typeof edition;
});
afterAll(async () => {
  await isnad.close();
  await receiver.close();
});

const found = (text: string): string[] => all.filter((word) => text.includes(word));

/** Every answer of every operation that reads, to each of those who ask. */
async function readEverything(askers: readonly Person[]): Promise<Map<string, string[]>> {
  const seen = new Map<string, string[]>();
  const reading = operations.filter(({ method, id }) => method === 'get' && id !== 'streamEvents');
  for (const { path, query } of reading)
    for (const at of pathsOf(path, places))
      for (const person of askers) {
        const whole = [
          at,
          query && 'limit' in query.shape ? '?limit=200' : '',
          // What was there before is more than a page.
          path === '/v1/feed' ? `&after=${webhook.progress.cursor}` : '',
        ].join('');
        const { text } = await isnad.as(person).get(whole).buffer(true);
        if (found(text).length > 0) seen.set(`${person} ${at}`, found(text));
      }
  for (const path of publicPaths()) {
    const { text } = await isnad.stranger.get(path).buffer(true);
    if (found(text).length > 0) seen.set(`everybody ${path}`, found(text));
  }
  return seen;
}

/** What is read without a key, and the embedded address of a page. */
const publicPaths = (): string[] => [
  ...[claim, other].flatMap(({ ref }) =>
    ['ar', 'en'].flatMap((language) => ['', '/embed'].map((part) => `/${language}/claims/${ref}${part}`)),
  ),
  ...['ar', 'en'].flatMap((language) =>
    ['', 'corrections', 'feed.rss', 'feed.atom', 'feed.json'].map((part) => `/${language}/${part}`),
  ),
  '/data.json?language=en',
  `/oembed?url=${encodeURIComponent(`http://127.0.0.1:4545/en/claims/${claim.ref}`)}`,
];

/** Searches that find something by these words. */
async function search(): Promise<string[]> {
  const hits: string[] = [];
  const ask = async (path: string): Promise<void> => {
    const { items } = bodyOf(await isnad.as('editor').get(path)) as Page<unknown>;
    if (items.length > 0) hits.push(path);
  };
  for (const word of all) {
    for (const list of ['claims?q', 'sources?name', 'published?q']) {
      const path = `/v1/${list}=${word}`;
      if (operations.some((one) => one.path === path.split('?')[0])) await ask(path);
    }
    const { text } = await isnad.stranger.get(`/en/?q=${word}`);
    if (text.includes('/en/claims/')) hits.push(`index ${word}`);
  }
  await ask(`/v1/articles?url=${encodeURIComponent(`https://example.org/${words.url}`)}`);
  const match = { text: `${words.quote} was said`, language: 'en' };
  const { matches = [], items = matches } = bodyOf(await isnad.as('reader').post('/v1/match', match)) as {
    matches?: unknown[];
    items?: unknown[];
  };
  if (items.length > 0) hits.push('match');
  return hits;
}

async function redact(target: object, texts?: readonly string[]): Promise<string> {
  const asked = await isnad.as('admin').post('/v1/erasures', {
    ...{ target, reason: 'unlawful' },
    ...(texts && { texts }),
  });
  expect(asked.status, JSON.stringify(asked.body)).toBe(202);
  const { id } = asked.body as { id: string };
  bodyOf(await isnad.as('editor').post(`/v1/erasures/${id}/transitions`, { event: 'confirm' }, anyVersion));
  return id;
}

const exported = (): Promise<string[]> =>
  isnad.services.exports.read({}, async (lines) => {
    const read: string[] = [];
    for await (const line of lines) read.push(line);
    return read;
  });

const codeOf = ({ status, body }: Response): [number, string] => [status, (body as { code: string }).code];

describe('texts of others', { timeout: 300_000 }, () => {
  it('stand in many answers before', async () => {
    const seen = await readEverything(['admin']);
    expect(new Set([...seen.values()].flat())).toEqual(new Set(all));
    expect((await search()).length).toBeGreaterThan(5);
  });

  it('are in no answer, search, feed, webhook or export once they are withheld', async () => {
    await redact({ kind: 'claim', id: claim.ref }, ['quote']);
    await redact({ kind: 'article', id: article.ref }, ['article_text', 'article_title', 'article_url']);
    await redact({ kind: 'source', id: 'one-who-speaks' });
    await redact({ kind: 'source', id: 'one-who-prints' });
    await deliverAll(isnad);
    expect(Object.fromEntries(await readEverything(people))).toEqual({});
    expect(await search()).toEqual([]);
    expect((await exported()).flatMap(found)).toEqual([]);
    const before = receiver.accepted().length;
    const replay = { from: cursorAt(beginning) };
    const replayed = await isnad.as('admin').post(`/v1/webhooks/${webhook.id}/replays`, replay);
    expect(replayed.status, JSON.stringify(replayed.body)).toBeLessThan(300);
    await deliverAll(isnad);
    const again = receiver.accepted().slice(before);
    expect(again.length).toBeGreaterThan(20);
    expect(again.flatMap(({ event }) => found(JSON.stringify(event)))).toEqual([]);
  });

  it('stay in events and editions, and nowhere else', async () => {
    const where = new Set<string>();
    for (const word of all)
      for (const place of await findInDatabase(isnad.database.pool, word)) where.add(place);
    expect([...where].sort()).toEqual(['editions.document', 'events.data']);
  });

  it('leave an edition whose digest is the same, and which says what was removed', async () => {
    const now = bodyOf(await isnad.as('reader').get(`/v1/claims/${claim.ref}/editions/1`));
    const quote = { removed: 'quote' };
    const name = { removed: 'source_names' };
    const document = {
      claim: { quote: { exact: quote, prefix: quote, suffix: quote } },
      article: {
        title: { removed: 'article_title' },
        url: { removed: 'article_url' },
        outlet: { name, names: [] },
      },
      chain: { from: [{ source: { name, names: [] } }] },
      contacts: [{ source: { name, names: [] } }],
    };
    expect(now).toMatchObject({ digest: edition.digest, document, sealed: document });
    expect(bodyOf(await isnad.as('reader').get(`/v1/claims/${other.ref}/editions/1`))).toMatchObject({
      document: { relations: [{ claim: { statement: quote } }] },
    });
    for (const { ref } of [claim, other])
      expect(bodyOf(await isnad.as('editor').get(`/v1/claims/${ref}/unpublished-changes`))).toMatchObject({
        changed: [],
      });
  });

  it('leave a history that is good online and offline', async () => {
    expect(await verifyTables(isnad)).toMatchObject({ valid: true });
    expect(await verifyExport(iterate(await exported()))).toMatchObject({ valid: true });
    const { lines } = await isnad.services.exports.read({ claim: claim.ref }, async (read) => {
      const kept: string[] = [];
      for await (const line of read) kept.push(line);
      return { lines: kept };
    });
    expect(lines.flatMap(found)).toEqual([]);
    expect(await verifyExport(iterate(lines))).toMatchObject({ valid: true });
  });

  it('cannot be an excuse to rewrite an event: what is left of it is told by the redaction', async () => {
    const lines = await exported();
    const index = lines.findIndex(
      (line) => line.includes('"withheld":true') && line.includes('claim.submitted'),
    );
    const line = lines[index] ?? '';
    const forged = line.replace('"kind":"assertion"', '"kind":"denial"');
    expect(forged).not.toBe(line);
    expect(await verifyExport(iterate(lines.with(index, forged)))).toMatchObject({
      valid: false,
      place: { chain: `claim/${claim.id}`, ordinal: 1 },
    });
    const open = lines.findIndex((one) => one.includes('"type":"claim.accepted"'));
    const hidden = (lines[open] ?? '').replace(/\}$/, ',"withheld":true}');
    expect(await verifyExport(iterate(lines.with(open, hidden)))).toMatchObject({ valid: false });
  });

  it('are told in the history, with who asked and who confirmed, and no word of them', async () => {
    const { items } = bodyOf(
      await isnad.as('editor').get(`/v1/claims/${claim.ref}/history?types=content.redacted`),
    ) as Page<object>;
    expect(items).toMatchObject([
      {
        subject: { type: 'claim', id: claim.id },
        data: { texts: ['quote'], reason: 'unlawful', confirmedBy: await memberIdOf(isnad, 'editor') },
      },
    ]);
  });

  it('of a claim that is sent again with its key are not answered', async () => {
    expect(codeOf(await isnad.as('checker').post('/v1/claims', entered, sent))).toEqual([
      422,
      'idempotency_key_reused',
    ]);
  });

  it('can be others afterwards, which are shown: a source has another name in what is published next', async () => {
    const named = { name: 'A person', names: [{ language: 'en', text: 'A person' }] };
    bodyOf(await isnad.as('editor').patch('/v1/sources/one-who-speaks', named, anyVersion));
    expect(bodyOf(await isnad.as('reader').get('/v1/sources/one-who-speaks'))).toMatchObject({
      name: 'A person',
    });
    expect(bodyOf(await isnad.as('editor').get(`/v1/claims/${claim.ref}/unpublished-changes`))).toMatchObject(
      {
        changed: ['/chain/from', '/contacts'],
      },
    );
    const correct = { event: 'correct', reason: 'clarification', note: 'The name was withheld.' };
    bodyOf(await move(isnad, 'editor', claim.ref, correct));
    await isnad.work();
    const verdict = await submitVerdict(isnad, await startTask(isnad, claim.ref));
    bodyOf(await decide(isnad, 'editor2', verdict, 'approve'));
    const at = (revision: number) =>
      isnad.as('reader').get(`/v1/claims/${claim.ref}/editions/${String(revision)}`);
    expect(bodyOf(await at(2))).toMatchObject({
      document: {
        claim: { quote: { exact: { removed: 'quote' } } },
        chain: { from: [{ source: { name: 'A person' } }] },
      },
    });
    expect(bodyOf(await at(1))).toMatchObject({
      document: { chain: { from: [{ source: { name: { removed: 'source_names' } } }] } },
    });
    expect(await verifyTables(isnad)).toMatchObject({ valid: true });
    await redact({ kind: 'source', id: 'one-who-speaks' });
    expect(JSON.stringify(bodyOf(await at(2)))).not.toContain('A person');
    expect(await verifyExport(iterate(await exported()))).toMatchObject({ valid: true });
  });

  it('are not those of what the target does not have, nor withheld by one person alone', async () => {
    const ask = (target: object, texts: string[], person: Person = 'admin') =>
      isnad.as(person).post('/v1/erasures', { target, texts, reason: 'unlawful' });
    expect((await ask({ kind: 'source', id: 'one-who-prints' }, ['quote'])).status).toBe(400);
    expect((await ask({ kind: 'article', id: article.ref }, ['source_names'])).status).toBe(400);
    expect(codeOf(await ask({ kind: 'article', id: 'no-such' }, ['article_text']))).toEqual([
      422,
      'unknown_reference',
    ]);
    expect((await ask({ kind: 'article', id: article.ref }, ['article_text'], 'editor')).status).toBe(403);
    const owner = new pg.Client({ connectionString: isnad.ownerUrl });
    await owner.connect();
    await expect(owner.query(`UPDATE article_versions SET text = 'another'`)).rejects.toThrow(
      'never changed or removed',
    );
    await owner.end();
  });
});
