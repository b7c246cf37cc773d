/** PURE: the pages of the reference. */
import type { Entry } from './search-index.js';

const frame = (title: string, body: string, head = ''): string => `<!doctype html>
<html lang="en">
  <head>
    <meta charset="utf-8">
    <meta name="viewport" content="width=device-width, initial-scale=1">
    <title>${title}</title>
    <link rel="icon" type="image/png" href="/docs/favicon-32x32.png">
    <link rel="stylesheet" href="/docs/docs.css">
${head}  </head>
  <body>
    <header>
      <nav aria-label="Reference">
        <a href="/docs">Operations</a>
        <a href="/docs/problems">Problem codes</a>
        <a href="/docs/events">Events</a>
        <a href="/openapi.json">openapi.json</a>
      </nav>
      <div role="search">
        <label for="wanted">Search operations, problem codes and events</label>
        <input id="wanted" type="search" autocomplete="off" spellcheck="false" aria-controls="found">
        <p id="count" role="status"></p>
        <ol id="found"></ol>
      </div>
    </header>
    <main>
${body}
    </main>
    <script src="/docs/search.js"></script>
  </body>
</html>
`;

export const referencePage = frame(
  'Isnad API',
  `      <div id="reference"></div>
      <noscript>This page needs JavaScript. The API document itself is at <a href="/openapi.json">/openapi.json</a>.</noscript>
      <script src="/docs/swagger-ui-bundle.js"></script>
      <script src="/docs/start.js"></script>`,
  '    <link rel="stylesheet" href="/docs/swagger-ui.css">\n',
);

/** A page that says of each thing what it means; each can be linked to by its name. */
export const listPage = (title: string, says: string, entries: readonly Entry[]): string =>
  frame(
    `${title} – Isnad API`,
    `      <h1>${title}</h1>
      <p>${says}</p>
      <dl>
${entries.map(itemOf).join('\n')}
      </dl>`,
  );

const itemOf = ({
  name,
  what,
  says,
}: Entry): string => `        <dt id="${escaped(name)}"><a href="#${escaped(name)}"><code>${escaped(name)}</code></a> <span>${escaped(what)}</span></dt>
        <dd>${escaped(says).replace(/`([^`]*)`/g, '<code>$1</code>')}</dd>`;

const escaped = (text: string): string =>
  text.replace(/[&<>"]/g, (character) => `&#${String(character.charCodeAt(0))};`);

export const styleSheet = `:root { font: 100%/1.5 system-ui, sans-serif; color: #1b1b1b; background: #fff; }
body { margin: 0; }
header, main > h1, main > p, main > dl { max-width: 60rem; margin: 1rem auto; padding: 0 1rem; }
nav a { margin-right: 1rem; }
label { display: block; margin-top: 1rem; font-weight: 600; }
input { width: 100%; box-sizing: border-box; font: inherit; padding: 0.5rem; border: 1px solid #595959; border-radius: 4px; }
#count { min-height: 1.5em; margin: 0.25rem 0; }
#found { margin: 0; padding-left: 1.5rem; max-height: 20rem; overflow: auto; }
#found span, dt span { color: #595959; }
dt { margin-top: 1rem; scroll-margin-top: 1rem; }
dt:target { background: #fff3c4; }
:focus-visible { outline: 3px solid #0b57d0; outline-offset: 2px; }
`;
