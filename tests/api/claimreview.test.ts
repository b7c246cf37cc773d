import type { Response } from 'supertest';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createApp } from '../../src/app.js';
import { createLog } from '../../src/platform/log.js';
import { createServices, operationsOf } from '../../src/runtime.js';
import { apiOf } from '../support/api.js';
import { faultsOf, problemOf } from '../support/bodies.js';
import {
  bodyOf,
  decide,
  enterClaim,
  move,
  publishVerdict,
  startTask,
  submitVerdict,
  tagOf,
  verdictBody,
  type Page,
} from '../support/desk.js';
import { testSecrets } from '../support/secrets.js';
import { deafSignal } from '../support/silent-signal.js';
import { createIsnad, type TestIsnad } from '../support/test-runtime.js';
import { faultsOfMarkup } from '../support/schema-org.js';

let isnad: TestIsnad;
beforeAll(async () => {
  isnad = await createIsnad({ seeded: true });
});
afterAll(() => isnad.close());

const read = (claim: string, headers = {}): Promise<Response> =>
  Promise.resolve(isnad.as('reader').get(`/v1/claims/${claim}/claimreview?language=en`, headers));

const correction = { event: 'correct', reason: 'error', note: 'The year was wrong.' };
const retraction = { event: 'retract', reason: 'error' };

async function correctVerdict(claim: string): Promise<void> {
  bodyOf(await move(isnad, 'editor', claim, correction));
  const next = await submitVerdict(
    isnad,
    await startTask(isnad, claim),
    'checker',
    verdictBody('mostly-true'),
  );
  bodyOf(await decide(isnad, 'editor2', next, 'approve'));
}

describe('the ClaimReview of a claim', () => {
  it('is JSON-LD of the published revision', async () => {
    const claim = await enterClaim(isnad);
    const verdict = await publishVerdict(isnad, claim);
    const response = await read(claim);
    expect(response.type).toBe('application/ld+json');
    expect(bodyOf(response)).toMatchObject({
      '@context': 'https://schema.org',
      '@type': 'ClaimReview',
      url: `http://127.0.0.1:4545/en/claims/${claim}`,
      identifier: claim,
      datePublished: verdict.publishedAt,
      creativeWorkStatus: 'Published',
      version: 1,
      reviewRating: {
        '@type': 'Rating',
        alternateName: 'False',
        ratingValue: 1,
        worstRating: 1,
        bestRating: 5,
      },
      reviewBody: 'Because of what was found.',
      publisher: {
        '@type': 'Organization',
        name: 'Unnamed fact-checking desk',
        url: 'http://127.0.0.1:4545',
      },
    });
  });

  it('is not there before a verdict is published, and the problem says why', async () => {
    const claim = await enterClaim(isnad);
    const response = await read(claim);
    expect(response.status).toBe(404);
    expect(problemOf(response)).toMatchObject({
      code: 'verdict_not_published',
      claim,
      claimStatus: 'submitted',
    });
    expect(problemOf(await read('nobody')).code).toBe('claim_not_found');
  });

  it('keeps the published revision while it is corrected, and says so; then tells the correction', async () => {
    const claim = await enterClaim(isnad);
    const first = await publishVerdict(isnad, claim);
    bodyOf(await move(isnad, 'editor', claim, correction));
    const during = bodyOf(await read(claim)) as { dateModified: string };
    expect(during).toMatchObject({
      creativeWorkStatus: 'Under correction',
      version: 1,
      datePublished: first.publishedAt,
      reviewRating: { alternateName: 'False' },
    });
    expect(during.dateModified > String(first.publishedAt)).toBe(true);
    bodyOf(await move(isnad, 'editor', claim, { event: 'cancel' }));
    expect(bodyOf(await read(claim))).toMatchObject({ creativeWorkStatus: 'Published' });

    await correctVerdict(claim);
    const after = bodyOf(await read(claim));
    expect(faultsOfMarkup(after)).toEqual([]);
    expect(after).toMatchObject({
      creativeWorkStatus: 'Published',
      version: 2,
      datePublished: first.publishedAt,
      reviewRating: { alternateName: 'Mostly true', ratingValue: 4 },
      correction: { '@type': 'CorrectionComment', text: 'The year was wrong.' },
    });
  });

  it('is gone once it is retracted, leaves the reason, and begins anew with the next verdict', async () => {
    const claim = await enterClaim(isnad);
    const first = await publishVerdict(isnad, claim);
    bodyOf(await move(isnad, 'editor', claim, retraction));
    const gone = await read(claim);
    expect([gone.status, gone.type]).toEqual([410, 'application/problem+json']);
    expect(problemOf(gone)).toMatchObject({
      code: 'verdict_retracted',
      claim,
      correction: { '@type': 'CorrectionComment', text: 'We were wrong.' },
    });
    bodyOf(await move(isnad, 'editor', claim, { event: 'reopen', reason: 'It was, on another day.' }));
    expect((await read(claim)).status).toBe(410);
    const second = await publishVerdict(isnad, claim, { body: verdictBody('true') });
    expect(second.publishedAt).not.toBe(first.publishedAt);
    expect(bodyOf(await read(claim))).toMatchObject({ version: 2, datePublished: second.publishedAt });
  });

  it('has a strong tag: 304 until its edition or its mark changes, whatever is renamed meanwhile', async () => {
    const claim = await enterClaim(isnad, { attributions: [{ source: 'putin', mode: 'direct' }] });
    await publishVerdict(isnad, claim);
    const first = await read(claim);
    expect(tagOf(first)).toMatch(/^"claimreview-/);
    const again = await read(claim, { 'If-None-Match': tagOf(first) });
    expect([again.status, again.text, tagOf(again)]).toEqual([304, '', tagOf(first)]);
    const arabic = await isnad.as('reader').get(`/v1/claims/${claim}/claimreview?language=ar`);
    expect(tagOf(arabic)).not.toBe(tagOf(first));

    bodyOf(await isnad.as('checker').patch('/v1/sources/putin', { name: 'Vladimir V. Putin' }));
    expect((await read(claim, { 'If-None-Match': tagOf(first) })).status).toBe(304);
    bodyOf(await move(isnad, 'editor', claim, correction));
    const corrected = await read(claim, { 'If-None-Match': tagOf(first) });
    expect(bodyOf(corrected)).toMatchObject({
      creativeWorkStatus: 'Under correction',
      itemReviewed: { author: { name: 'Vladimir Putin' } },
    });
  });

  it('names the publisher and the page that the settings name, under a tag of its own', async () => {
    const claim = await enterClaim(isnad);
    await publishVerdict(isnad, claim);
    const publisher = {
      name: 'غرفة الأخبار',
      url: 'https://news.example',
      reviewUrl: 'https://news.example/{language}/checks/{ref}',
    };
    const services = createServices(isnad.database, deafSignal, { publisher, secrets: testSecrets });
    const log = createLog({ level: 'silent', name: 'tests' });
    const { authenticateKey: authenticate } = services;
    const app = createApp({ operations: operationsOf(services), authenticate, checks: [], log });
    const path = `/v1/claims/${claim}/claimreview?language=en`;
    const response = await apiOf(app).as(isnad.keys.reader).get(path);
    expect(bodyOf(response)).toMatchObject({
      url: `https://news.example/en/checks/${claim}`,
      publisher: { name: 'غرفة الأخبار', url: 'https://news.example' },
    });
    expect(tagOf(response)).not.toBe(tagOf(await read(claim)));
  });

  it('needs a key, and a language there is', async () => {
    expect((await isnad.stranger.get('/v1/claims/C34/claimreview')).status).toBe(401);
    expect(faultsOf(await isnad.as('reader').get('/v1/claims/C34/claimreview?language=fr'))).toEqual([
      'language',
    ]);
    expect(faultsOf(await isnad.as('reader').get('/v1/claimreviews?limit=0&color=1'))).toEqual([
      'color',
      'limit',
    ]);
  });
});

describe('the DataFeed', () => {
  const list = async (): Promise<Response> =>
    isnad.as('reader').get('/v1/claimreviews?language=en&limit=200');
  interface Item {
    dateDeleted?: string;
    url?: string;
    item: [{ identifier?: string }?];
  }
  const itemsOf = (response: Response): Item[] =>
    (bodyOf(response) as { dataFeedElement: Item[] }).dataFeedElement;

  it('loses a retracted review, keeps the reason for it, and has a tag that tells', async () => {
    const claim = await enterClaim(isnad);
    await publishVerdict(isnad, claim);
    const before = await list();
    expect(itemsOf(before).some(({ item: [item] }) => item?.identifier === claim)).toBe(true);
    const headers = { 'If-None-Match': tagOf(before) };
    expect((await isnad.as('reader').get('/v1/claimreviews?language=en&limit=200', headers)).status).toBe(
      304,
    );

    bodyOf(await move(isnad, 'editor', claim, retraction));
    const after = await list();
    expect(tagOf(after)).not.toBe(tagOf(before));
    expect(faultsOfMarkup(after.body)).toEqual([]);
    expect(itemsOf(after).some(({ item: [item] }) => item?.identifier === claim)).toBe(false);
    const notes = itemsOf(after).filter(({ url }) => url?.endsWith(`/${claim}`));
    expect(notes).toMatchObject([
      {
        dateDeleted: expect.stringMatching(/Z$/) as string,
        description: 'We were wrong.',
        item: [],
      },
    ]);
    expect(JSON.stringify(notes)).not.toContain('False');
  });

  it('leaves out what was entered to try things out', async () => {
    const claim = await enterClaim(isnad);
    bodyOf(await isnad.as('editor').patch(`/v1/claims/${claim}`, { test: true }));
    await publishVerdict(isnad, claim);
    const late = await isnad.as('editor').patch(`/v1/claims/${claim}`, { test: false });
    expect([late.status, problemOf(late).code]).toEqual([409, 'published_already']);
    expect(itemsOf(await list()).some(({ item: [item] }) => item?.identifier === claim)).toBe(false);
    const alone = await isnad.as('reader').get(`/v1/claims/${claim}/claimreview?language=en`);
    expect([alone.status, problemOf(alone).code]).toEqual([404, 'verdict_not_published']);
    bodyOf(await move(isnad, 'editor', claim, { event: 'retract', reason: 'error' }));
    const { items } = bodyOf(await isnad.as('reader').get(`/v1/corrections?claim=${claim}`)) as Page<object>;
    expect(items).toEqual([]);
  });

  it('takes only cursors of its own', async () => {
    const { next } = bodyOf(await isnad.as('reader').get('/v1/corrections?limit=1')) as {
      next: string | null;
    };
    const strange = await isnad.as('reader').get(`/v1/claimreviews?after=${next ?? 'AAAA'}`);
    expect([strange.status, problemOf(strange).code]).toEqual([400, 'invalid_cursor']);
  });
});
