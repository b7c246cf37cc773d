/** Pages that answer well and are not what was asked for, and those that want a cookie first. */
import { mkdtemp } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { capturePage } from '../../src/capture/capture-page.js';
import { createFolderStore } from '../../src/capture/folder-store.js';
import { sha256Of, type PageStore } from '../../src/capture/page-store.js';
import { enterClaim } from '../support/desk.js';
import { addEvidence, listCaptures, type Capture } from '../support/evidence.js';
import { createInternet, type Internet } from '../support/internet.js';
import { createIsnad, type TestIsnad } from '../support/test-runtime.js';

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

async function captured(url: string): Promise<Capture> {
  const evidence = await addEvidence(isnad, claim, url);
  await isnad.work();
  const [newest] = await listCaptures(isnad, evidence.id);
  if (!newest) throw new Error('nothing came of it');
  return newest;
}
const html = (title: string, head = ''): string =>
  `<!doctype html><html><head><title>${title}</title>${head}</head><body><p>Something to read.</p></body></html>`;
const redirect = (to: string, cookie?: string) => ({
  status: 302,
  headers: { Location: to, ...(cookie !== undefined && { 'Set-Cookie': cookie }) },
});

it.each(['/login', '/account/sign-in?next=%2Fa', '/wp-login.php'])(
  'a page that sends everybody to a login says so, and what came is kept: %s',
  async (path) => {
    internet.serve(path, { body: html('Welcome') });
    const from = internet.serve(`/members-only${String(path.length)}`, redirect(path));
    const found = await captured(from);
    expect(found).toMatchObject({ outcome: 'failed', failure: { code: 'login_needed' }, httpStatus: 200 });
    expect(found.sha256).not.toBeNull();
  },
);

it('an answer without anything in it is no capture', async () => {
  const found = await captured(internet.serve('/empty', { body: '' }));
  expect(found).toMatchObject({ outcome: 'failed', failure: { code: 'empty' }, httpStatus: 200 });
});

it.each(['404', 'Page not found | The News', 'Error 404 – not there', 'الصفحة غير موجودة - الأخبار'])(
  'a page that says with 200 that it is not there is not found: %s',
  async (title) => {
    const found = await captured(internet.serve(`/soft/${encodeURIComponent(title)}`, { body: html(title) }));
    expect(found).toMatchObject({ outcome: 'failed', failure: { code: 'not_found' }, httpStatus: 200 });
  },
);

it.each(['404 dead in the flood, ministry says', 'How to log in to the new portal'])(
  'a page about such things is captured: %s',
  async (title) => {
    const found = await captured(
      internet.serve(`/about/${encodeURIComponent(title)}`, { body: html(title) }),
    );
    expect(found).toMatchObject({ outcome: 'captured', title });
  },
);

it('a cookie wall that sends back is passed, and the next capture begins without its cookie', async () => {
  const asked: (string | undefined)[] = [];
  const page = internet.serve('/story', (request, response) => {
    const { cookie } = request.headers;
    asked.push(cookie);
    if (cookie?.includes('consent=yes')) response.end(html('The story'));
    else response.writeHead(302, { Location: '/consent?back=/story' }).end();
  });
  internet.serve('/consent?back=/story', redirect('/story', 'consent=yes; Path=/; HttpOnly'));
  const passed = { outcome: 'captured', redirects: [{}, {}] };
  expect([await captured(page), await captured(page)]).toMatchObject([passed, passed]);
  expect(asked).toEqual([undefined, 'consent=yes', undefined, 'consent=yes']);
});

it('a wall that never lets in still ends', async () => {
  let count = 0;
  const page = internet.serve('/wall', (_request, response) => {
    response.writeHead(302, { Location: '/wall', 'Set-Cookie': `n=${String(count++)}` }).end();
  });
  expect(await captured(page)).toMatchObject({ failure: { code: 'too_many_redirects' } });
});

it('a page that sends its reader on at once is followed, one that stays is read', async () => {
  internet.serve('/there', { body: html('There') });
  const at = (seconds: number): string =>
    internet.serve(`/moved/${String(seconds)}`, {
      body: html('Moved', `<meta http-equiv="refresh" content="${String(seconds)}; url=/there">`),
    });
  expect(await captured(at(0))).toMatchObject({ title: 'There', redirects: [{ httpStatus: 200 }] });
  expect(await captured(at(600))).toMatchObject({ title: 'Moved', redirects: [] });
});

it('a page that renews itself is captured, and asked again only where it set a cookie first', async () => {
  const renewed = (path: string): string => `<meta http-equiv="refresh" content="5; url=${path}#top">`;
  const live = internet.serve('/live', { body: html('Live', renewed('/live')) });
  expect(await captured(live)).toMatchObject({ title: 'Live', redirects: [] });
  let count = 0;
  const checked = internet.serve('/checked', ({ headers }, response) => {
    response.writeHead(200, { 'Content-Type': 'text/html', 'Set-Cookie': `n=${String(count++)}` });
    response.end(html(headers.cookie === undefined ? 'Wait' : 'Let in', renewed('/checked')));
  });
  expect(await captured(checked)).toMatchObject({ title: 'Let in', redirects: [{ httpStatus: 200 }] });
});

it('a redirect to an address in bare UTF-8 leads there', async () => {
  internet.serve(`/${encodeURIComponent('خبر')}`, { body: html('There') });
  const from = internet.serve('/to-arabic', redirect(Buffer.from('/خبر').toString('latin1')));
  expect(await captured(from)).toMatchObject({ outcome: 'captured', title: 'There' });
});

it('a page is read in the charset that it names itself', async () => {
  const text =
    '<!doctype html><html><head><meta charset="windows-1256"><title>\u0642\u0627\u0644</title></head><body><p>x</p></body></html>';
  const bytes = Buffer.from(
    Array.from(
      text,
      (character) =>
        ({ '\u0642': 0xde, '\u0627': 0xc7, '\u0644': 0xe1 })[character] ?? character.charCodeAt(0),
    ),
  );
  const page = internet.serve('/arabic', { headers: { 'Content-Type': 'text/html' }, body: bytes });
  expect(await captured(page)).toMatchObject({ title: 'قال', charset: 'windows-1256' });
});

describe('bytes that an erasure of other evidence removes while they are captured again', () => {
  const body = html('Kept');
  const sha256 = sha256Of(body);

  /** What is captured into: the bytes go right after they were first put, and the next time they are put `meets` happens. */
  const capture = async (path: string, meets: () => void) => {
    const { id } = await addEvidence(isnad, claim, internet.serve(path, { body }));
    const folder = createFolderStore(await mkdtemp(join(isnad.dir, 'pages-')));
    let puts = 0;
    const put: PageStore['put'] = async (hash, bytes) => {
      if (++puts === 2) meets();
      await folder.put(hash, bytes);
      if (puts === 1) await folder.remove(hash);
    };
    const { outbound } = internet;
    const parts = { outbound, maxBytes: 1_000_000, pages: { ...folder, put } };
    return { id, folder, done: capturePage(isnad.store, parts, id) };
  };

  it('are there once it is written down', async () => {
    const { id, folder, done } = await capture('/again', () => undefined);
    await done;
    expect(await listCaptures(isnad, id)).toMatchObject([{ outcome: 'captured', sha256 }]);
    expect((await folder.get(sha256)).toString()).toBe(body);
  });

  it('are owed where the worker is killed before they are there', async () => {
    const { id, done } = await capture('/killed', () => {
      throw new Error('killed');
    });
    await expect(done).rejects.toThrow('killed');
    expect(await listCaptures(isnad, id)).toEqual([]);
    const { captureDueAt } = await isnad.store.db.evidence.findUniqueOrThrow({ where: { id } });
    expect(captureDueAt).not.toBeNull();
  });
});
