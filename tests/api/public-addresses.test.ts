/** One page has one address, and an address that was published once leads to what there is. */
import { connect } from 'node:net';
import { once } from 'node:events';
import { text as textOfStream } from 'node:stream/consumers';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Response } from 'supertest';
import { createShowcase, type Showcase } from '../support/showcase.js';
import { textOf } from '../support/public-html.js';
import { listenHttp } from '../support/receivers.js';
import type { TestIsnad } from '../support/test-runtime.js';

let isnad: TestIsnad;
let show: Showcase;
let close: () => Promise<void>;
beforeAll(async () => {
  ({ isnad, show, close } = await createShowcase());
});
afterAll(() => close());

const read = (path: string): Promise<Response> => Promise.resolve(isnad.stranger.get(path));
const ledTo = async (path: string): Promise<unknown[]> => {
  const { status, headers } = await read(path);
  return [status, headers['location']];
};

it('every other spelling of an address leads to the one', async () => {
  const page = `/ar/claims/${show.corrected}`;
  const escaped = `/ar/claims/%${show.corrected.charCodeAt(0).toString(16)}${show.corrected.slice(1)}`;
  for (const [asked, address] of [
    [`${page}/`, page],
    [escaped, page],
    [`${page}/embed/`, `${page}/embed`],
    [`${page}/card.png/`, `${page}/card.png`],
    [`${page}/revisions/1/`, `${page}/revisions/1`],
    ['/ar', '/ar/'],
    ['/en?q=Putin', '/en/?q=Putin'],
    ['/ar/corrections/?after=x', '/ar/corrections?after=x'],
    ['/AR/x?y=1', '/ar/x?y=1'],
  ] as const)
    expect([asked, ...(await ledTo(asked))]).toEqual([asked, 301, address]);
  for (const none of ['/ar/feed.rss/', '/data.json/', '/sitemap.xml/'])
    expect([none, (await read(none)).status]).toEqual([none, 404]);
});

it('a server that is named before the path is not led to', async () => {
  const server = await listenHttp(isnad.app);
  try {
    const socket = connect(server.port, '127.0.0.1');
    await once(socket, 'connect');
    socket.write(
      'GET http://evil.example/AR/x?y=1 HTTP/1.1\r\nHost: evil.example\r\nConnection: close\r\n\r\n',
    );
    const answer = await textOfStream(socket);
    expect(answer).toMatch(/^HTTP\/1.1 301 /);
    expect(answer).toMatch(/^Location: \/ar\/x\?y=1\r$/m);
    expect(answer).not.toContain('evil');
  } finally {
    await server.close();
  }
});

describe('of a claim that has no text in the language', () => {
  it.each(['', '/embed', '/card.png', '/revisions/1'])(
    'page%s leads to one in a language that there is',
    async (part) => {
      const at = (language: string): string => `/${language}/claims/${show.corrected}${part}`;
      expect(await ledTo(at('fr'))).toEqual([302, at('en')]);
      expect(await ledTo(at('ar-EG'))).toEqual([302, at('ar')]);
    },
  );

  it('the lists lead to those in one of ours, too', async () => {
    expect(await ledTo('/fr/')).toEqual([302, '/en/']);
    expect(await ledTo('/ar-EG/corrections')).toEqual([302, '/ar/corrections']);
    expect((await read('/about')).status).toBe(404);
  });

  it('the way leads to what was taken back, too', async () => {
    expect(await ledTo(`/es/claims/${show.retracted}`)).toEqual([302, `/en/claims/${show.retracted}`]);
    expect(await ledTo(`/es/claims/${show.merged}/embed`)).toEqual([302, `/en/claims/${show.merged}/embed`]);
    expect((await read('/es/claims/C11')).status).toBe(404);
  });

  it('oEmbed gives the frame in one that there is', async () => {
    const url = encodeURIComponent(`http://127.0.0.1:4545/es/claims/${show.corrected}`);
    const answer = await read(`/oembed?url=${url}`);
    expect(answer.status).toBe(200);
    expect((answer.body as { html: string }).html).toContain(`/en/claims/${show.corrected}/embed`);
  });
});

describe('a frame', () => {
  it('opens every link in a window of its own, whatever became of the claim', async () => {
    const refs = [...Object.values({ ...show }), 'C11', 'none'];
    let links = 0;
    for (const ref of refs)
      for (const language of ['ar', 'en']) {
        const { text } = await read(`/${language}/claims/${ref}/embed`);
        const found = text.match(/<a [^>]*>/g) ?? [];
        links += found.length;
        for (const link of found)
          expect([ref, link]).toEqual([ref, expect.stringMatching(/ target="_blank" rel="noopener"/)]);
      }
    expect(links).toBeGreaterThan(2 * refs.length);
  });

  it('says so where nothing is published, wherever it stands', async () => {
    for (const ref of ['C11', 'none', 'a%20b']) {
      const { status, headers, text } = await read(`/ar/claims/${ref}/embed`);
      expect([status, textOf(text).includes('لا شيء منشور هنا')]).toEqual([404, true]);
      expect(headers['content-security-policy']).toMatch(/frame-ancestors \*$/);
      expect(headers).not.toHaveProperty('x-frame-options');
      expect(text).not.toContain('C11');
    }
  });
});
