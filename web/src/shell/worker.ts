/**
 * The service worker: keeps the files of one build of the desk on this device, so that it opens without a network. It keeps
 * nothing that the API answers, and files of two builds are never mixed: each build has a cache of its own, which is filled
 * whole or not at all, and stays for as long as a tab shows its page.
 */
import { keepsFiles, type Shell } from './shell.rules.js';

/** Filled in by the build: `build/shell-worker.ts`. */
const shell = JSON.parse('SHELL-OF-THIS-BUILD') as Shell;

interface Lasting extends Event {
  waitUntil(work: Promise<unknown>): void;
}
interface Installing extends Lasting {
  /** Not in every browser: what need not pass through here does not wait for this to start. */
  addRoutes?(routes: readonly object[]): Promise<void>;
}
interface Fetching extends Lasting {
  request: Request;
  preloadResponse?: Promise<Response | undefined>;
  respondWith(answer: Promise<Response>): void;
}
/** Of `ServiceWorkerGlobalScope`, whose types do not go together with those of a page. */
interface Scope {
  registration: { navigationPreload?: { enable(): Promise<void> } };
  location: Location;
  addEventListener(type: 'install', listen: (event: Installing) => void): void;
  addEventListener(type: 'activate', listen: (event: Lasting) => void): void;
  addEventListener(type: 'fetch', listen: (event: Fetching) => void): void;
}
const scope = globalThis as unknown as Scope;

const kind = 'isnad-shell-';
const cacheName = kind + shell.version;

scope.addEventListener('install', (event) => {
  event.waitUntil(
    fill().then(() =>
      event.addRoutes?.([
        { condition: { urlPattern: { pathname: '/v1/*' } }, source: 'network' },
        { condition: { urlPattern: { pathname: '/desk/assets/*' } }, source: { cacheName } },
      ]),
    ),
  );
});

/** The desk may be renewed in this moment: then there is no such page any more, and the next worker fills its own. */
async function fill(): Promise<void> {
  const cache = await caches.open(cacheName);
  await cache.addAll([shell.page, ...shell.files]);
  const page = await cache.match(shell.page);
  if (!page || !keepsFiles(shell, await page.text())) {
    await caches.delete(cacheName);
    throw new Error('this is not the page of this build');
  }
}

scope.addEventListener('activate', (event) => {
  event.waitUntil(
    Promise.all([
      scope.registration.navigationPreload?.enable(),
      // By now no tab shows the page of another build.
      caches
        .keys()
        .then((names) =>
          Promise.all(
            names
              .filter((name) => name.startsWith(kind) && name !== cacheName)
              .map((name) => caches.delete(name)),
          ),
        ),
    ]),
  );
});

scope.addEventListener('fetch', (event) => {
  const { request } = event;
  const { origin, pathname } = new URL(request.url);
  if (request.method !== 'GET' || origin !== scope.location.origin) return;
  if (request.mode === 'navigate') event.respondWith(openPage(event));
  else if (shell.files.includes(pathname)) event.respondWith(openFile(request));
});

const kept = async (path: string): Promise<Response | undefined> =>
  (await caches.open(cacheName)).match(path);

const openFile = async (request: Request): Promise<Response> =>
  (await kept(new URL(request.url).pathname)) ?? fetch(request);

/** The page that the desk has now; the one that is kept where nobody answers. */
async function openPage({ request, preloadResponse }: Fetching): Promise<Response> {
  try {
    const answer = (await preloadResponse) ?? (await fetch(request));
    // What stands before a desk that is down says so.
    if (answer.status < 502 || answer.status > 504) return answer;
    return (await kept(shell.page)) ?? answer;
  } catch (error) {
    const page = await kept(shell.page);
    if (!page) throw error;
    return page;
  }
}
