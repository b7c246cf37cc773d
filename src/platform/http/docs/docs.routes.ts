import { createHash } from 'node:crypto';
import { createRequire } from 'node:module';
import path from 'node:path';
import { Router } from 'express';
import helmet from 'helmet';
import { matches } from '../conditional.js';
import type { ApiDocument } from '../openapi.js';

const swaggerFolder = path.dirname(createRequire(import.meta.url).resolve('swagger-ui-dist/package.json'));
const swaggerFiles = ['swagger-ui.css', 'swagger-ui-bundle.js', 'favicon-32x32.png'];

const page = `<!doctype html>
<html lang="en">
  <head>
    <meta charset="utf-8">
    <meta name="viewport" content="width=device-width, initial-scale=1">
    <title>Isnad API</title>
    <link rel="icon" type="image/png" href="/docs/favicon-32x32.png">
    <link rel="stylesheet" href="/docs/swagger-ui.css">
  </head>
  <body>
    <div id="reference"></div>
    <noscript>This page needs JavaScript. The API document itself is at <a href="/openapi.json">/openapi.json</a>.</noscript>
    <script src="/docs/swagger-ui-bundle.js"></script>
    <script src="/docs/start.js"></script>
  </body>
</html>
`;

const starter = `SwaggerUIBundle({
  url: '/openapi.json',
  dom_id: '#reference',
  deepLinking: true,
  docExpansion: 'none',
  defaultModelsExpandDepth: 0,
  displayRequestDuration: true,
  validatorUrl: null,
});
`;

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

/** `/openapi.json` and a reference page that needs nothing from any other host. Described once somebody asks: that takes a while. */
export function docsRoutes(describe: () => ApiDocument): Router {
  const router = Router();
  let described: { json: string; tag: string } | undefined;
  const once = (): { json: string; tag: string } => {
    if (described) return described;
    const json = JSON.stringify(describe());
    const tag = `"${createHash('sha256').update(json).digest('base64url').slice(0, 22)}"`;
    return (described = { json, tag });
  };

  router.get('/', (_request, response) => {
    response.redirect('/docs');
  });
  router.get('/openapi.json', (request, response) => {
    const { json, tag } = once();
    response.set({ ETag: tag, 'Cache-Control': 'no-cache' });
    if (matches(request, tag)) response.status(304).end();
    else response.type('json').send(json);
  });
  router.use('/docs', contentPolicy);
  router.get('/docs', (_request, response) => {
    response.type('html').set('Cache-Control', 'no-cache').send(page);
  });
  router.get('/docs/start.js', (_request, response) => {
    response.type('js').set('Cache-Control', 'no-cache').send(starter);
  });
  for (const file of swaggerFiles)
    router.get(`/docs/${file}`, (_request, response) => {
      response.sendFile(file, { root: swaggerFolder, maxAge: '1d' });
    });
  return router;
}
