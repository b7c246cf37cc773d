/**
 * What is public is what was approved, whoever writes whatever; and the same tag means the same bytes. Random writes
 * of every operation by everybody, on claims that are published and claims that are not.
 */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { holdersOf, type Role } from '../../src/domain/access/rules.js';
import { isGuarded, isWrite, type Operation } from '../../src/platform/http/route.js';
import { findPlaces, pathsOf } from '../support/canary/places.js';
import {
  bodyOf,
  decide,
  enterClaim,
  madeOf,
  proposeVerdict,
  publishVerdict,
  verdictBody,
} from '../support/desk.js';
import { writeBy, type Town } from '../support/random-edits.js';
import { createLuck, seedOfRun } from '../support/random.js';
import { createBusyIsnad, operations } from '../support/requests.js';
import { createTagBook } from '../support/tag-book.js';
import type { Person, TestIsnad } from '../support/test-runtime.js';
import type { Valid } from '../../src/integrity/exports/verify-export.js';
import { verifyEvents } from '../support/verify-database.js';

/** Thousands among the long tests. */
const long = process.env['LONG'] === '1';
/** Everything public is read at each step. */
const longest = long ? 3_600_000 : undefined;
const steps = long ? 2_000 : 10;
const looksPerStep = 8;

let isnad: TestIsnad;
let claims: string[];
const verdicts: string[] = [];

beforeAll(async () => {
  isnad = await createBusyIsnad();
  claims = ['C34', 'C37', await enterClaim(isnad), await enterClaim(isnad), await enterClaim(isnad)];
  const cited = { id: 's-res-1718-2006.8b', act: 'supplied', actor: 'North Korea', date: '2024-01' };
  const provisions = [{ ...cited, direction: 'from' }];
  const evidence = madeOf(
    await isnad.as('checker').post('/v1/claims/C34/evidence', {
      ...{ url: 'https://example.org/cited', stance: 'against', note: 'As cited.' },
    }),
  ) as { id: string };
  await isnad.work();
  const recheckAt = new Date(Date.now() + 86_400_000).toISOString();
  const more = { provisions, evidence: [evidence.id], recheckAt };
  verdicts.push((await publishVerdict(isnad, claims[2] ?? '')).id);
  verdicts.push((await publishVerdict(isnad, 'C34', { body: verdictBody('false', more) })).id);
  // The day has come, which a worker finds out later on.
  await isnad.owner.query(`
    SET session_replication_role = replica;
    UPDATE verdicts SET valid_until = '2024-12-31' WHERE valid_until IS NOT NULL;
    SET session_replication_role = origin`);
});
afterAll(() => isnad.close());

const documents = (): string[] => [
  ...verdicts.map((id) => `/v1/verdicts/${id}`),
  ...[claims[0], claims[2]].flatMap((claim) =>
    ['claimreview?language=en', 'claimreview?language=ar', 'verdicts', 'editions', 'editions/1'].map(
      (rest) => `/v1/claims/${claim ?? ''}/${rest}`,
    ),
  ),
  ...[
    'claimreviews?language=ar',
    'published.atom',
    'published.json?language=ar',
    'published.rss',
    'corrections',
  ].map((rest) => `/v1/${rest}`),
];

/** What everybody reads without a key. */
const pages = (): string[] => [
  ...[claims[0], claims[2]].flatMap((claim) => [
    `/claims/${claim ?? ''}`,
    ...['/en', '/ar'].map((language) => `${language}/claims/${claim ?? ''}`),
    ...['/embed', '/card.png'].map((part) => `/en/claims/${claim ?? ''}${part}`),
    `/oembed?url=${encodeURIComponent(`http://127.0.0.1:4545/en/claims/${claim ?? ''}`)}`,
  ]),
  ...['/', '/ar/', '/en/', '/en/?q=Russia', '/en/?q=وفد', '/en/?topic=arms-transfer', '/en/?rating=false'],
  ...['/en/corrections', '/ar/feed.rss', '/en/feed.atom?topic=arms-transfer', '/en/feed.json'],
  ...['/data.json', '/sitemap.xml', '/robots.txt'],
];

async function readPublic(): Promise<string[]> {
  const read = await Promise.all(
    documents().map(async (path) => {
      const { status, text, headers } = await isnad.as('reader').get(path).buffer(true);
      const bytes = status < 400 ? text : (JSON.parse(text) as { code: string }).code;
      return `${path} ${String(status)} ${String(headers['etag'])} ${bytes}`;
    }),
  );
  // One after the other: all at once they would wait for connections.
  for (const path of pages()) {
    const answer = await isnad.stranger.get(path).buffer(true);
    const body: unknown = answer.body;
    const { status, text } = answer;
    const headers = answer.headers as Record<string, string | undefined>;
    const bytes = Buffer.isBuffer(body) ? body.toString('base64') : text;
    // Of a problem, all but the id of the request.
    const shown = headers['content-type']?.startsWith('application/problem') ? '' : bytes;
    read.push(`${path} ${String(status)} ${String(headers['etag'])} ${String(headers['location'])} ${shown}`);
  }
  return read;
}

/** Approved editions, public marks and approved notices: all that the public may depend on. */
async function readApproved(): Promise<string> {
  const { rows } = await isnad.database.pool.query<{ state: string }>(`
    SELECT c.ref || ' ' || concat_ws(' ', c.revision, c.rating, c.mark, c.mark_reason, c.mark_into,
        CASE WHEN c.revision IS NOT NULL THEN c.status IN ('correcting', 'in_approval') END,
        (SELECT string_agg(encode(e.digest, 'hex'), ' ' ORDER BY e.revision) FROM editions e WHERE e.claim_id = c.id),
        (SELECT string_agg(encode(n.digest, 'hex'), ' ' ORDER BY n.decided_at) FROM notices n
          WHERE n.claim_id = c.id AND n.status = 'approved')) AS state
    FROM claims c WHERE EXISTS (SELECT FROM editions e WHERE e.claim_id = c.id) ORDER BY c.ref`);
  return rows.map(({ state }) => state).join('\n');
}

/** The moves by which something is published, marked or taken back. */
const publishing = ['transitionClaim', 'transitionVerdict', 'transitionNotice'];

const people: Record<Person, Role> = {
  ...{ reader: 'reader', checker: 'checker', checker2: 'checker' },
  ...{ editor: 'editor', editor2: 'editor', admin: 'admin' },
};
const everybody = Object.keys(people) as Person[];

it(
  `nothing public changes but by an approval or a mark, in ${String(steps)} writes of all kinds`,
  async () => {
    const seed = seedOfRun();
    const luck = createLuck(seed);
    const town: Town = { isnad, luck, claims };
    const writes = operations.filter((one) => isWrite(one) && isGuarded(one));
    const about = writes.filter(({ path }) => /claims|verdicts|tasks|evidence|sources|provisions/.test(path));
    const book = createTagBook();
    const places = await findPlaces(isnad.database);
    const isWatched = ({ method, id }: Operation): boolean =>
      method === 'get' && !['streamEvents', 'getCaptureWarc', 'getCaptureContent'].includes(id);
    const watched = operations.filter(isWatched).flatMap(({ path }) => pathsOf(path, places).slice(0, 6));
    watched.push(
      ...claims.flatMap((claim) =>
        ['', '/transitions', '/tasks'].map((rest) => `/v1/claims/${claim}${rest}`),
      ),
    );

    let [approved, shown] = [await readApproved(), await readPublic()];
    let [done, published] = [0, 0];
    for (let step = 0; step < steps; step++) {
      // Those about what is published more often than the rest.
      const operation = luck.oneOf(luck.once(5) ? writes : about);
      const { path, body, headers } = await writeBy(operation.id, town);
      // Some need something that is published to be sent about.
      if ((await readApproved()) !== approved) [approved, shown] = [await readApproved(), await readPublic()];
      const able = everybody.filter((one) => holdersOf(operation.permission as 'read').includes(people[one]));
      const person = luck.oneOf(luck.once(6) ? everybody : able);
      const api = isnad.as(person);
      const answer = await (operation.method === 'delete' || operation.method === 'get'
        ? api[operation.method](path, headers)
        : api[operation.method](path, body, headers));
      if (luck.once(4)) await isnad.work();
      const told = `SEED=${String(seed)}, step ${String(step)}: ${person} ${operation.id} ${path} ${JSON.stringify(body)} → ${String(answer.status)}`;
      expect(answer.status, `${told} ${answer.text}`).toBeLessThan(500);
      if (answer.status < 300) done++;

      const [now, seen] = [await readApproved(), await readPublic()];
      if (now === approved) expect(seen, told).toEqual(shown);
      else {
        expect(publishing, told).toContain(operation.id);
        published++;
      }
      [approved, shown] = [now, seen];
      for (let look = 0; look < looksPerStep; look++) {
        const [at, who] = [luck.oneOf(watched), luck.oneOf(everybody)];
        expect(book.compare(at, await isnad.as(who).get(at).buffer(true), who), told).toBeUndefined();
      }
    }
    // Enough of it went through, and was looked at again, to show something.
    expect(done).toBeGreaterThan(long ? steps / 6 : 0);
    expect(book.metAgain()).toBeGreaterThan(long ? steps / 4 : 0);
    if (long) expect(published).toBeGreaterThan(20);
    const verified = await verifyEvents(isnad);
    expect(verified, `SEED=${String(seed)} ${JSON.stringify(verified)}`).toMatchObject({ valid: true });
    expect((verified as Valid).editions?.count).toBeGreaterThan(0);
  },
  longest,
);

describe('one tag is given to one text only', () => {
  const book = createTagBook();
  const look = async (path: string, who: Person): Promise<void> => {
    expect(book.compare(path, await isnad.as(who).get(path), who)).toBeUndefined();
  };

  it('the tag of the moves of a claim changes with who may make them', async () => {
    const claim = await enterClaim(isnad);
    await publishVerdict(isnad, claim);
    const path = `/v1/claims/${claim}/transitions`;
    for (const active of [true, false, true]) {
      bodyOf(await isnad.as('admin').patch('/v1/members/editor2', { active, override: true }));
      await look(path, 'editor');
    }
  });

  it('a proposed and an approved edition have different tags', async () => {
    const verdict = await proposeVerdict(isnad, await enterClaim(isnad));
    const path = `/v1/verdicts/${verdict.id}/edition`;
    await look(path, 'editor');
    bodyOf(await decide(isnad, 'editor2', verdict, 'approve'));
    await look(path, 'editor');
    await look(path, 'reader');
  });

  it('the tag of a verdict changes when its claim becomes an accusation, so that nobody was asked for a reply', async () => {
    const claim = await enterClaim(isnad);
    const { id } = await proposeVerdict(isnad, claim);
    for (const kind of ['assertion', 'accusation']) {
      bodyOf(await isnad.as('checker').patch(`/v1/claims/${claim}`, { kind }));
      await look(`/v1/verdicts/${id}`, 'editor');
    }
  });
});
