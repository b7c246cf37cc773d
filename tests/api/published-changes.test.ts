/** When what is public is said to have changed, what a new series is, and that no clock decides what is secret. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { anyVersion } from '../support/api.js';
import { setClock, setClockRight } from '../support/clock.js';
import {
  bodyOf,
  enterClaim,
  madeOf,
  move,
  publishVerdict,
  verdictBody,
  type Claim,
  type Page,
} from '../support/desk.js';
import { withTriggersOff } from '../support/tampering/rows.js';
import { createIsnad, type TestIsnad } from '../support/test-runtime.js';
import { verifyTables } from '../support/verify-database.js';

let isnad: TestIsnad;
beforeAll(async () => {
  isnad = await createIsnad({ seeded: true });
});
afterAll(() => isnad.close());

interface Feed {
  items: {
    id: string;
    date_published: string;
    date_modified: string;
    content_html: string;
    _isnad: { claim: string; kind: string };
  }[];
}

const readFeed = async (path = '/v1/published.json?language=en&limit=200'): Promise<Feed> =>
  bodyOf(await isnad.as('reader').get(path)) as Feed;

async function entryOf(claim: string): Promise<Feed['items'][number]> {
  const entry = (await readFeed()).items.find((item) => item._isnad.claim === claim);
  if (!entry) throw new Error(`nothing of ${claim} is in the feed`);
  return entry;
}

const pageOf = (claim: string) => isnad.stranger.get(`/en/claims/${claim}`);

async function redact(target: object, texts: readonly string[]): Promise<void> {
  const asked = await isnad.as('admin').post('/v1/erasures', { target, texts, reason: 'unlawful' });
  expect(asked.status, JSON.stringify(asked.body)).toBe(202);
  const { id } = asked.body as { id: string };
  bodyOf(await isnad.as('editor').post(`/v1/erasures/${id}/transitions`, { event: 'confirm' }, anyVersion));
}

const reopen = (claim: string) =>
  move(isnad, 'editor', claim, { event: 'reopen', reason: 'Another matter.' }).then(bodyOf);
const merge = (claim: string, into: string) =>
  move(isnad, 'editor', claim, { event: 'merge', into, note: 'The same.' }).then(bodyOf);

/** A claim whose quote nobody but its source has said, and the source. */
async function enterSpoken(name: string): Promise<{ claim: string; article: string }> {
  madeOf(
    await isnad.as('checker').post('/v1/sources', { ref: name, kind: 'person', name: `Name of ${name}` }),
  );
  const claim = await enterClaim(isnad, { attributions: [{ source: name, mode: 'direct' }] });
  const { article } = bodyOf(await isnad.as('reader').get(`/v1/claims/${claim}`)) as Claim;
  return { claim, article: article.ref };
}

const isListedSince = async (claim: string, moment: string): Promise<boolean> => {
  const path = `/v1/claimreviews?language=en&limit=200&updatedSince=${encodeURIComponent(moment)}`;
  return JSON.stringify(bodyOf(await isnad.as('reader').get(path))).includes(`/${claim}"`);
};

describe('a claim that was merged while it was published', () => {
  it('keeps its mark, with its moment, when one editor opens it again and merges it into another', async () => {
    const [claim, into, another] = [
      await enterClaim(isnad),
      await enterClaim(isnad),
      await enterClaim(isnad),
    ];
    for (const one of [claim, into]) await publishVerdict(isnad, one);
    await merge(claim, into);
    const [entry, page] = [await entryOf(claim), (await pageOf(claim)).text];
    await reopen(claim);
    await merge(claim, another);
    expect(await entryOf(claim)).toEqual(entry);
    expect((await pageOf(claim)).text).toBe(page);
  });

  it('begins anew with its next verdict, as after a retraction, and readers are told', async () => {
    const [claim, into] = [await enterClaim(isnad), await enterClaim(isnad)];
    for (const one of [claim, into]) await publishVerdict(isnad, one);
    await merge(claim, into);
    await reopen(claim);
    const second = await publishVerdict(isnad, claim, { body: verdictBody('true') });
    const entry = await entryOf(claim);
    expect(entry).toMatchObject({ id: expect.stringContaining(second.id.slice(0, 14)) as string });
    const review = bodyOf(await isnad.as('reader').get(`/v1/claims/${claim}/claimreview?language=en`)) as {
      datePublished: string;
    };
    expect(review.datePublished).toBe(entry.date_published);
    const { text } = await pageOf(claim);
    expect(text).toContain('An earlier verdict on this claim was taken back.');
    const { items } = bodyOf(await isnad.as('reader').get(`/v1/corrections?claim=${claim}`)) as Page<{
      kind: string;
      from: { revision: number };
    }>;
    expect(items).toMatchObject([{ kind: 'merge', from: { revision: 1 } }]);
  });
});

describe('a text that is withheld', () => {
  it.each([
    ['the title of the article', ({ article }) => [{ kind: 'article', id: article }, ['article_title']]],
    ['the name of a source', ({ source }) => [{ kind: 'source', id: source }, ['source_names']]],
    ['the quote of a related claim', ({ related }) => [{ kind: 'claim', id: related }, ['quote']]],
  ] as [string, (of: { article: string; source: string; related: string }) => [object, string[]]][])(
    'changes what is public of each claim that names it: %s',
    async (what, choose) => {
      const source = `withheld-${String(what.length)}`;
      const { claim, article } = await enterSpoken(source);
      const [related, bystander] = [await enterClaim(isnad), await enterClaim(isnad)];
      madeOf(
        await isnad.as('checker').post(`/v1/claims/${claim}/relations`, { type: 'supports', to: related }),
      );
      for (const one of [claim, bystander]) await publishVerdict(isnad, one);
      const [before, aside] = [await entryOf(claim), await entryOf(bystander)];
      const tag = (await isnad.as('reader').get('/v1/published.atom')).headers['etag'];
      const since = new Date(Date.parse(before.date_modified) + 1).toISOString();
      expect(await isListedSince(claim, since)).toBe(false);

      const [target, texts] = choose({ source, article, related });
      await redact(target, texts);
      const after = await entryOf(claim);
      expect(after.date_modified > before.date_modified).toBe(true);
      expect(after).toMatchObject({ id: before.id, date_published: before.date_published });
      expect(await isListedSince(claim, since)).toBe(true);
      const review = bodyOf(await isnad.as('reader').get(`/v1/claims/${claim}/claimreview?language=en`));
      expect(review).toMatchObject({ dateModified: after.date_modified });
      expect((await pageOf(claim)).text).toContain(after.date_modified);
      expect((await isnad.stranger.get('/sitemap.xml')).text).toContain(
        `<lastmod>${after.date_modified}</lastmod>`,
      );
      expect((await isnad.as('reader').get('/v1/published.atom')).headers['etag']).not.toBe(tag);
      expect(await entryOf(bystander)).toEqual(aside);
    },
  );

  it('changes nothing where readers never had it', async () => {
    const { claim, article } = await enterSpoken('never-shown');
    await publishVerdict(isnad, claim);
    const before = await entryOf(claim);
    await redact({ kind: 'article', id: article }, ['article_text']);
    expect(await entryOf(claim)).toEqual(before);
  });

  it('stays withheld from what was published before, however the clock goes', async () => {
    await setClock(isnad, '1 hour');
    const { claim } = await enterSpoken('clock-goes-back');
    await publishVerdict(isnad, claim);
    await setClockRight(isnad);
    await redact({ kind: 'source', id: 'clock-goes-back' }, ['source_names']);
    const { text } = await pageOf(claim);
    expect(text).not.toContain('Name of clock-goes-back');
    expect(await verifyTables(isnad)).toMatchObject({ valid: true });
  });

  it('is not withheld from what was published later with another name, however the clock goes', async () => {
    const { claim } = await enterSpoken('named-anew');
    await setClock(isnad, '1 hour');
    await redact({ kind: 'source', id: 'named-anew' }, ['source_names']);
    bodyOf(await isnad.as('editor').patch('/v1/sources/named-anew', { name: 'Another name' }, anyVersion));
    await setClockRight(isnad);
    await publishVerdict(isnad, claim);
    const { text } = await pageOf(claim);
    expect(text).toContain('Another name');
  });
});

describe('a reply in confidence', () => {
  it('is shown to nobody outside the desk because a clock went back', async () => {
    const claim = await enterClaim(isnad);
    await setClock(isnad, '1 hour');
    await publishVerdict(isnad, claim);
    await setClockRight(isnad);
    const reply = { source: 'dprk', outcome: 'replied', text: 'In confidence.', date: '2024-06-19' };
    // The claim's own time does not go back, the table's does.
    const { id } = madeOf(await isnad.as('checker').post(`/v1/claims/${claim}/contacts`, reply)) as {
      id: string;
    };
    for (const path of [`/v1/claims/${claim}/contacts`, `/v1/claims/${claim}`, `/v1/contacts/${id}`]) {
      expect((await isnad.as('reader').get(path)).text).not.toContain('In confidence.');
      expect((await isnad.as('checker').get(path)).text).toContain('In confidence.');
    }
  });

  it('is shown once a revision holds it', async () => {
    const claim = await enterClaim(isnad);
    const reply = { source: 'dprk', outcome: 'replied', text: 'It is not so.', date: '2024-06-19' };
    const { id } = madeOf(await isnad.as('checker').post(`/v1/claims/${claim}/contacts`, reply)) as {
      id: string;
    };
    await setClock(isnad, '-1 hour');
    await publishVerdict(isnad, claim);
    await setClockRight(isnad);
    for (const path of [`/v1/claims/${claim}/contacts`, `/v1/claims/${claim}`, `/v1/contacts/${id}`])
      expect((await isnad.as('reader').get(path)).text).toContain('It is not so.');
  });
});

describe('the order of what is published', () => {
  it('is that of what events say, whatever numbers they have in the table', async () => {
    const topics = { topics: ['in-order'] };
    const [first, second] = [await enterClaim(isnad, topics), await enterClaim(isnad, topics)];
    for (const claim of [first, second]) await publishVerdict(isnad, claim);
    const read = async (): Promise<string[]> =>
      (await readFeed('/v1/published.json?language=en&topic=in-order')).items.map(
        ({ _isnad }) => _isnad.claim,
      );
    expect(await read()).toEqual([second, first]);
    await isnad.relay();
    const owner = await isnad.owner.connect();
    await withTriggersOff(owner, () =>
      owner.query(`
      CREATE TEMP TABLE swapped AS
        SELECT e.seq, sum(e.seq) OVER () - e.seq AS other FROM events e JOIN claims c ON c.id = e.claim_id
        WHERE c.topics = '{in-order}' AND e.type = 'claim.approved';
      UPDATE events e SET seq = -s.other FROM swapped s WHERE e.seq = s.seq;
      UPDATE feed f SET event_seq = -s.other FROM swapped s WHERE f.event_seq = s.seq;
      UPDATE events SET seq = -seq WHERE seq < 0;
      UPDATE feed SET event_seq = -event_seq WHERE event_seq < 0`),
    );
    owner.release(true);
    expect(await read()).toEqual([second, first]);
  });
});
