import { createRequire } from 'node:module';
import path from 'node:path';
import { Router } from 'express';
import helmet from 'helmet';
import { digestOf, matches } from '../conditional.js';
import type { ApiDocument } from '../openapi.js';
import { listPage, referencePage, styleSheet } from './pages.js';
import { searchScript, startScript } from './scripts.js';
import { eventEntries, problemEntries, searchIndex } from './search-index.js';

const swaggerFolder = path.dirname(createRequire(import.meta.url).resolve('swagger-ui-dist/package.json'));
const swaggerFiles = ['swagger-ui.css', 'swagger-ui-bundle.js', 'favicon-32x32.png'];

/** Swagger UI writes style attributes and inline images; scripts stay ours. */
const contentPolicy = helmet.contentSecurityPolicy({
  useDefaults: false,
  directives: {
    defaultSrc: ["'none'"],
    scriptSrc: ["'self'"],
    styleSrc: ["'self'", "'unsafe-inline'"],
    imgSrc: ["'self'", 'data:'],
    fontSrc: ["'self'", 'data:'],
    connectSrc: ["'self'"],
    baseUri: ["'none'"],
    formAction: ["'none'"],
    frameAncestors: ["'none'"],
  },
});

/** The document and pages that need nothing from any other host. Described once somebody asks: that takes a while. */
export function docsRoutes(describe: () => Promise<ApiDocument>): Router {
  const router = Router();
  const files = lazily(async () => {
    const document = await describe();
    return {
      '/openapi.json': ['json', JSON.stringify(document)],
      '/docs': ['html', referencePage],
      '/docs/problems': ['html', listPage('Problem codes', problemsAre, problemEntries(document))],
      '/docs/events': ['html', listPage('Events', eventsAre, eventEntries(document))],
      '/docs/index.json': ['json', JSON.stringify(searchIndex(document))],
      '/docs/start.js': ['js', startScript],
      '/docs/search.js': ['js', searchScript],
      '/docs/docs.css': ['css', styleSheet],
    } satisfies Record<string, [type: string, text: string]>;
  });

  router.get('/', (_request, response) => {
    response.redirect('/desk/');
  });
  router.use('/docs', contentPolicy);
  for (const path of paths)
    router.get(path, async (request, response) => {
      const [type, text] = (await files())[path];
      const tag = `"${digestOf(text)}"`;
      response.set({ ETag: tag, 'Cache-Control': 'no-cache' });
      if (matches(request, tag)) response.status(304).end();
      else response.type(type).send(text);
    });
  for (const file of swaggerFiles)
    router.get(`/docs/${file}`, (_request, response) => {
      response.sendFile(file, { root: swaggerFolder, maxAge: '1d' });
    });
  return router;
}

const paths = [
  ...(['/openapi.json', '/docs', '/docs/problems', '/docs/events'] as const),
  ...(['/docs/index.json', '/docs/start.js', '/docs/search.js', '/docs/docs.css'] as const),
];

/** Made at the first call, and at the next one where that fails. */
function lazily<Value>(make: () => Promise<Value>): () => Promise<Value> {
  let making: Promise<Value> | undefined;
  return () =>
    (making ??= make().catch((error: unknown) => {
      making = undefined;
      throw error;
    }));
}

const problemsAre =
  'Every refusal is a problem document (RFC 9457). Its code never changes; here is what each means and what to do.';
const eventsAre =
  'What the feed, the stream and webhooks tell, as CloudEvents. The document describes the data of each type under webhooks.';
