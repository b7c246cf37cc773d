import { createHash } from 'node:crypto';
import type { Response } from 'supertest';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { problemOf } from '../support/bodies.js';
import {
  bodyOf,
  decide,
  enterClaim,
  proposeVerdict,
  publishVerdict,
  readProposed,
  tagOf,
  verdictBody,
} from '../support/desk.js';
import {
  addEvidence,
  captureAgain,
  listCaptures,
  listEvidence,
  readCapture,
  type Capture,
} from '../support/evidence.js';
import { createIsnad, type TestIsnad } from '../support/test-runtime.js';
import { createInternet, type Internet } from '../support/internet.js';

let internet: Internet;
let isnad: TestIsnad;
let claim: string;
beforeAll(async () => {
  internet = await createInternet();
  isnad = await createIsnad({ seeded: true, outbound: internet.outbound });
  claim = await enterClaim(isnad);
});
afterAll(async () => {
  await isnad.close();
  await internet.close();
});

const nowhere = '00000000-0000-7000-8000-000000000000';
const sha256 = (body: string | Buffer): string => createHash('sha256').update(body).digest('hex');

const arabic = `<!doctype html><html lang="ar" dir="rtl"><head><meta charset="utf-8"><title> وكالة
  الأنباء </title><script>track()</script></head><body><nav><a href="/">الرئيسية</a></nav>
  <article><h1>زيارة\u200F الوفد</h1><p>قال المتحدث إن الوفد &amp; الوزير وصلا إلى العاصمة يوم الإثنين 17 يونيو 2024، وإن المحادثات تناولت التعاون الاقتصادي بين البلدين.</p>
  <p>Both sides confirmed the visit in a joint statement.</p></article><footer>حقوق النشر</footer></body></html>`;

/** Evidence that has been captured by now, or not. */
async function captured(url: string): Promise<Capture> {
  const evidence = await addEvidence(isnad, claim, url);
  await isnad.work();
  const [newest] = await listCaptures(isnad, evidence.id);
  if (!newest) throw new Error('nothing came of it');
  return newest;
}

const content = (id: string, headers = {}): PromiseLike<Response> =>
  isnad
    .as('checker')
    .get(`/v1/captures/${id}/content`, headers)
    .buffer(true)
    .parse((response, done) => {
      const chunks: Buffer[] = [];
      response.on('data', (chunk: Buffer) => chunks.push(chunk));
      response.on('end', () => {
        done(null, Buffer.concat(chunks));
      });
    });

describe('evidence', () => {
  it('owes a capture from the start, and shows what came of it', async () => {
    const url = internet.serve('/report', { body: arabic });
    const added = await addEvidence(isnad, claim, url);
    expect(added.capture).toEqual({ status: 'owed', latest: null, previous: null });
    await isnad.work();
    const shown = (await listEvidence(isnad, claim)).find(({ id }) => id === added.id);
    expect(shown?.capture).toMatchObject({
      status: 'captured',
      latest: {
        number: 1,
        outcome: 'captured',
        sha256: sha256(arabic),
        title: 'وكالة الأنباء',
        failure: null,
      },
    });
  });

  it('is captured with its address, status, headers, hash, size and time, and without cookies', async () => {
    const headers = {
      'Content-Type': 'Text/HTML;Charset=UTF-8',
      'X-Odd': 'ü',
      'Set-Cookie': ['session=secret; Path=/', 'other=secret'],
    };
    const url = internet.serve('/whole', { headers, body: arabic });
    const first = internet.serve('/moved', { status: 301, headers: { Location: '/again' } });
    internet.serve('/again', { status: 302, headers: { Location: url } });
    const capture = await captured(first);
    expect(capture).toMatchObject({
      change: 'first',
      url,
      redirects: [
        { url: first, httpStatus: 301 },
        { url: `${internet.url}/again`, httpStatus: 302 },
      ],
      httpStatus: 200,
      mediaType: 'text/html',
      charset: 'utf-8',
      language: 'ar',
      size: Buffer.byteLength(arabic),
    });
    expect(JSON.stringify(capture)).not.toContain('secret');
    expect(capture.headers.filter(([name]) => name === 'set-cookie')).toHaveLength(2);
    expect(Date.parse(capture.attemptedAt)).toBeGreaterThan(Date.now() - 60_000);
  });

  it('has its text read in Arabic and English, with its bidirectional controls, and nothing around it', async () => {
    const { excerpt } = await captured(internet.serve('/text', { body: arabic }));
    expect(excerpt?.split('\n')).toEqual([
      'زيارة\u200F الوفد',
      'قال المتحدث إن الوفد & الوزير وصلا إلى العاصمة يوم الإثنين 17 يونيو 2024، وإن المحادثات تناولت التعاون الاقتصادي بين البلدين.',
      'Both sides confirmed the visit in a joint statement.',
    ]);
  });

  it('has its whole text read for the desk, however long it is', async () => {
    const lines = Array.from({ length: 300 }, (_line, at) => `السطر رقم ${String(at)} من الخبر`);
    const body = `<html lang="ar"><article>${lines.map((line) => `<p>${line}</p>`).join('')}</article></html>`;
    const { id, excerpt } = await captured(internet.serve('/long', { body }));
    const path = `/v1/captures/${id}/text`;
    const read = await isnad.as('checker').get(path);
    expect(bodyOf(read)).toEqual({ text: lines.join('\n'), language: 'ar' });
    expect(excerpt?.length).toBeLessThan(2_000);
    const again = { 'If-None-Match': String(read.headers['etag']) };
    expect((await isnad.as('checker').get(path, again)).status).toBe(304);
    const picture = internet.serve('/picture', { headers: { 'Content-Type': 'image/png' }, body: 'PNG' });
    const { id: other } = await captured(picture);
    expect(bodyOf(await isnad.as('checker').get(`/v1/captures/${other}/text`))).toEqual({
      text: null,
      language: null,
    });
  });

  it('is taken in though its page is not there, and says why', async () => {
    const capture = await captured(`${internet.url}/gone`);
    expect(capture).toMatchObject({
      outcome: 'failed',
      failure: { code: 'not_found', detail: 'The page was answered with 404.' },
      change: null,
      httpStatus: 404,
      sha256: sha256('nothing here'),
    });
    const unknown = await captured('https://no-such-host.example/');
    expect(unknown).toMatchObject({ failure: { code: 'unknown_host' }, httpStatus: null, sha256: null });
  });
});

it('what a verdict was recorded with is no other page because that is there by now: who had it looked at may decide', async () => {
  const review = await enterClaim(isnad);
  const evidence = await addEvidence(isnad, review, `${internet.url}/put-up-later`, 'editor2');
  await isnad.work();
  const body = verdictBody('false', { evidence: [evidence.id] });
  const verdict = await proposeVerdict(isnad, review, { body });
  const before = await readProposed(isnad, verdict);
  internet.serve('/put-up-later', {
    body: '<title>What the editor says</title><p>Put up for the occasion.</p>',
  });
  const newest = await captureAgain(isnad, evidence.id, 'editor2');
  expect(newest.outcome).toBe('captured');
  expect(await readProposed(isnad, verdict)).toEqual(before);
  // Whoever names it writes on the verdict.
  const path = `/v1/verdicts/${verdict.id}`;
  const headers = { 'If-Match': tagOf(await isnad.as('editor2').get(path)) };
  bodyOf(await isnad.as('editor2').patch(path, { captures: [newest.id] }, headers));
  expect(await readProposed(isnad, verdict)).not.toEqual(before);
  expect(problemOf(await decide(isnad, 'editor2', verdict, 'approve')).code).toBe('own_verdict');
  bodyOf(await decide(isnad, 'editor', verdict, 'approve'));
});

describe('a capture', () => {
  it('is read at the desk, by everyone with a key once it is published, and never changes', async () => {
    const claim = await enterClaim(isnad);
    const evidence = await addEvidence(isnad, claim, internet.serve('/one', { body: arabic }));
    await isnad.work();
    const id = (await listCaptures(isnad, evidence.id))[0]?.id ?? '';
    const read = () => isnad.as('reader').get(`/v1/captures/${id}`);
    const shown = await readCapture(isnad, id);
    expect(problemOf(await read()).code).toBe('capture_not_found');
    await publishVerdict(isnad, claim, { body: verdictBody('false', { evidence: [evidence.id] }) });
    const published = await read();
    expect(bodyOf(published)).toEqual(shown);
    const again = { 'If-None-Match': String(published.headers['etag']) };
    expect((await isnad.as('reader').get(`/v1/captures/${id}`, again)).status).toBe(304);
  });

  it('gives its bytes as an attachment that can do nothing', async () => {
    const { id } = await captured(internet.serve('/page%20one.html', { body: arabic }));
    const response = await content(id);
    expect(response.status).toBe(200);
    expect(response.body).toEqual(Buffer.from(arabic));
    expect(response.headers).toMatchObject({
      'content-type': 'application/octet-stream',
      'content-disposition': `attachment; filename="page one.html"; filename*=UTF-8''page%20one.html`,
      'content-security-policy': "sandbox; default-src 'none'",
      'x-content-type-options': 'nosniff',
      'content-length': String(Buffer.byteLength(arabic)),
      etag: `"${sha256(arabic)}"`,
    });
    const again = await content(id, { 'If-None-Match': `"${sha256(arabic)}"` });
    expect([again.status, again.headers['etag']]).toEqual([304, `"${sha256(arabic)}"`]);
    expect((await isnad.as('checker').head(`/v1/captures/${id}/content`)).headers['content-length']).toBe(
      String(Buffer.byteLength(arabic)),
    );
  });

  it('gives its bytes the name that the page gave them in bare UTF-8', async () => {
    const disposition = Buffer.from('attachment; filename="تقرير.pdf"').toString('latin1');
    const { id } = await captured(
      internet.serve('/report', { headers: { 'Content-Disposition': disposition }, body: 'x' }),
    );
    expect((await content(id)).headers['content-disposition']).toContain(
      `filename*=UTF-8''${encodeURIComponent('تقرير')}.pdf`,
    );
  });

  it('a capture of which nothing could be kept has no bytes', async () => {
    const { id } = await captured('https://no-such-host.example/');
    for (const part of ['content', 'warc', 'text']) {
      const response = await isnad.as('checker').get(`/v1/captures/${id}/${part}`);
      expect([response.status, problemOf(response).code]).toEqual([404, 'nothing_captured']);
    }
  });
});

describe('the operations on captures', () => {
  const paths = (evidence: string, capture: string): string[] => [
    `/v1/evidence/${evidence}/captures`,
    `/v1/captures/${capture}`,
    `/v1/captures/${capture}/content`,
    `/v1/captures/${capture}/warc`,
  ];

  it('are for those with a key; bytes are for the desk, and captures are asked for by those who record', async () => {
    const { id, evidence } = await captured(internet.serve('/access', { body: arabic }));
    const [list = '', one = '', bytes = '', warc = ''] = paths(evidence.id, id);
    for (const path of [list, one, bytes, warc]) expect((await isnad.stranger.get(path)).status).toBe(401);
    expect((await isnad.stranger.post(list)).status).toBe(401);
    // Before a published revision cites the evidence, it is for the desk.
    expect((await isnad.as('reader').get(list)).status).toBe(404);
    for (const path of [list, one]) expect((await isnad.as('editor').get(path)).status).toBe(200);
    for (const path of [bytes, warc]) {
      expect((await isnad.as('reader').get(path)).status).toBe(403);
      expect((await isnad.as('admin').get(path)).status).toBe(200);
    }
    for (const person of ['reader', 'admin'] as const)
      expect((await isnad.as(person).post(list)).status).toBe(403);
  });

  it('refuse what is no id, and do not find what is not there', async () => {
    for (const path of paths('C34', 'C34')) expect((await isnad.as('checker').get(path)).status).toBe(400);
    for (const path of paths(nowhere, nowhere))
      expect((await isnad.as('checker').get(path)).status).toBe(404);
    expect((await isnad.as('checker').post(`/v1/evidence/${nowhere}/captures`)).status).toBe(404);
    expect((await isnad.as('checker').post('/v1/evidence/C34/captures')).status).toBe(400);
  });

  it('list page by page, newest first', async () => {
    const url = internet.serve('/often', { body: arabic });
    const { id } = await addEvidence(isnad, claim, url);
    await isnad.work();
    for (let times = 0; times < 3; times++) await captureAgain(isnad, id);
    const numbers: number[] = [];
    let after = '';
    do {
      const page = bodyOf(await isnad.as('editor').get(`/v1/evidence/${id}/captures?limit=3${after}`)) as {
        items: Capture[];
        next: string | null;
      };
      numbers.push(...page.items.map(({ number }) => number));
      after = page.next === null ? '' : `&after=${page.next}`;
    } while (after !== '');
    expect(numbers).toEqual([4, 3, 2, 1]);
    expect((await isnad.as('editor').get(`/v1/evidence/${id}/captures?after=AAAA`)).status).toBe(400);
  });
});
