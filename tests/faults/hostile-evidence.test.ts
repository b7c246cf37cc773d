/** Guarantee 8 for evidence, and pages made to hurt whoever captures them. */
import { readdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { problemOf } from '../support/bodies.js';
import { enterClaim } from '../support/desk.js';
import { addEvidence, listCaptures, listEvidence, type Capture } from '../support/evidence.js';
import { createIsnad, type TestIsnad } from '../support/test-runtime.js';
import { urlsInside } from '../support/inside-urls.js';
import { createInternet, type Internet } from '../support/internet.js';
import { listenAsCanary, type Listening } from '../support/receivers.js';

const maxBytes = 1_000_000;

let canary: Listening;
let internet: Internet;
let isnad: TestIsnad;
beforeAll(async () => {
  canary = await listenAsCanary();
  internet = await createInternet();
  isnad = await createIsnad({ outbound: internet.outbound, maxBytes });
});
afterAll(async () => {
  await isnad.close();
  await internet.close();
  await canary.close();
});

async function captured(url: string): Promise<Capture> {
  const { id } = await addEvidence(isnad, await enterClaim(isnad), url);
  await isnad.work();
  const [capture] = await listCaptures(isnad, id);
  if (!capture) throw new Error('nothing came of it');
  return capture;
}

describe('evidence at an address inside', () => {
  it('is refused as no URL, or kept and never called: not one connection in a hundred forms', async () => {
    const claim = await enterClaim(isnad);
    const statuses = new Map<number, number>();
    for (const url of urlsInside(canary.port)) {
      const { status } = await isnad
        .as('checker')
        .post(`/v1/claims/${claim}/evidence`, { url, stance: 'for' });
      statuses.set(status, (statuses.get(status) ?? 0) + 1);
    }
    expect([...statuses.keys()].sort()).toEqual([201, 400]);
    expect(statuses.get(201)).toBeGreaterThan(60);
    await isnad.work();
    for (const { url, capture } of await listEvidence(isnad, claim)) {
      expect(['refused', 'unknown_host', 'unreachable'], url).toContain(capture.latest?.failure?.code);
    }
    expect(canary.connections()).toBe(0);
  });

  it('is not reached by a redirect either, and the way there is kept', async () => {
    for (const status of [301, 302, 303, 307, 308]) {
      const at = internet.serve(`/to-inside-${String(status)}`, {
        status,
        headers: { Location: `http://127.0.0.1:${String(canary.port)}/` },
      });
      expect(await captured(at)).toMatchObject({
        failure: { code: 'refused' },
        redirects: [{ url: at, httpStatus: status }],
        sha256: null,
      });
    }
    expect(canary.connections()).toBe(0);
  });
});

describe('a hostile page', () => {
  it('that sends round and round is left', async () => {
    const one = internet.serve('/round', { status: 302, headers: { Location: '/and-round' } });
    internet.serve('/and-round', { status: 302, headers: { Location: '/round' } });
    expect(await captured(one)).toMatchObject({ failure: { code: 'too_many_redirects' } });
    for (let step = 0; step < 20; step++)
      internet.serve(`/far-${String(step)}`, {
        status: 301,
        headers: { Location: `/far-${String(step + 1)}` },
      });
    const far = await captured(`${internet.url}/far-0`);
    expect([far.failure?.code, far.redirects.length]).toEqual(['too_many_redirects', 11]);
  });

  it('that never ends is left when it is larger than a page may be', async () => {
    const url = internet.serve('/endless', (_request, response) => {
      const more = (): void => {
        while (!response.destroyed && response.write(Buffer.alloc(65_536, 'x')));
        response.once('drain', more);
      };
      more();
    });
    expect(await captured(url)).toMatchObject({ failure: { code: 'too_large' }, sha256: null });
  });

  it('that is a bomb is kept as it came, and not opened', async () => {
    const bomb = gzipSync(Buffer.alloc(100_000_000, 'a'), { level: 9 });
    const url = internet.serve('/bomb', {
      headers: { 'Content-Type': 'text/html', 'Content-Encoding': 'gzip' },
      body: bomb,
    });
    const capture = await captured(url);
    expect(capture).toMatchObject({ outcome: 'captured', size: bomb.length, title: null, excerpt: null });
    const { headers } = await isnad.as('checker').head(`/v1/captures/${capture.id}/content`);
    expect(headers['content-encoding']).toBeUndefined();
    expect(headers['content-disposition']).toContain('filename="bomb.gz"');
  });

  it('that names itself for an attack is given out under a name that is none', async () => {
    const url = internet.serve('/named', (_request, response) => {
      response.socket?.end(
        'HTTP/1.1 200 OK\r\nContent-Type: text/html; charset=utf-8\r\nContent-Disposition: attachment; filename="../../\u202ecod.exe\\..\\x.html"\r\nContent-Length: 4\r\n\r\n<p>a',
      );
    });
    const { id } = await captured(url);
    const { headers } = await isnad.as('checker').head(`/v1/captures/${id}/content`);
    expect(headers['content-disposition']).toBe(`attachment; filename="x.html"; filename*=UTF-8''x.html`);
  });

  it('in what nobody could store is stored', async () => {
    const url = internet.serve('/odd', {
      headers: { 'Content-Type': 'text/html; charset=utf-8', 'X-Odd': '\u00ff\u00fe' },
      // NUL, and half a character, in a page that is otherwise what it says.
      body: Buffer.concat([
        Buffer.from('<title>a'),
        Buffer.from([0, 0xed, 0xa0, 0x80]),
        Buffer.from(`b</title><p>${'كلام '.repeat(40)}`),
      ]),
    });
    expect((await captured(url)).title).toMatch(/^a\uFFFD+b$/);
  });

  it('that breaks off, or speaks no HTTP, is a failure', async () => {
    const broken = internet.serve('/broken', (_request, response) => {
      response.writeHead(200, { 'Content-Length': '1000' });
      response.write('<p>half');
      setImmediate(() => response.destroy());
    });
    expect(await captured(broken)).toMatchObject({ failure: { code: 'broken' }, sha256: null });
    const none = internet.serve('/none', (_request, response) => response.socket?.end('SSH-2.0-x\r\n'));
    expect(await captured(none)).toMatchObject({ failure: { code: 'broken' } });
  });
});

it('bytes that are no longer what was captured are not given out', async () => {
  const capture = await captured(internet.serve('/rots', { body: '<p>As it was' }));
  const files = await readdir(isnad.dir, { recursive: true });
  const file = files.find((name) => name.endsWith(capture.sha256 ?? 'none')) ?? '';
  await writeFile(join(isnad.dir, file), '<p>As it never was');
  for (const part of ['content', 'warc']) {
    const response = await isnad.as('checker').get(`/v1/captures/${capture.id}/${part}`);
    expect([response.status, problemOf(response).code]).toEqual([502, 'content_damaged']);
  }
});
