/** What runs in the browser: nothing but this and Swagger UI. */

export const startScript = `const ui = SwaggerUIBundle({
  url: '/openapi.json',
  dom_id: '#reference',
  deepLinking: true,
  docExpansion: 'none',
  defaultModelsExpandDepth: 0,
  displayRequestDuration: true,
  validatorUrl: null,
});
// It looks at the address once, when it starts; a result of the search changes it later.
addEventListener('hashchange', () => ui.layoutActions.parseDeepLinkHash(location.hash));
`;

export const searchScript = `'use strict';
/** Every word has to stand in an entry; what has all of them in its name comes first. */
function findEntries(entries, text) {
  const wanted = text.toLowerCase().split(/\\s+/).filter(Boolean);
  if (wanted.length === 0) return [];
  const inName = ({ name, what }) => wanted.every((word) => (name + ' ' + what).toLowerCase().includes(word));
  const found = entries.filter(({ words }) => wanted.every((word) => words.includes(word)));
  return [...found.filter(inName), ...found.filter((entry) => !inName(entry))];
}

if (typeof document !== 'undefined') {
  const [input, count, list] = ['wanted', 'count', 'found'].map((id) => document.getElementById(id));
  const most = 50;
  let entries;
  const show = ({ name, what, says, href }) => {
    const item = document.createElement('li');
    const link = document.createElement('a');
    link.href = href.startsWith('#') && location.pathname !== '/docs' ? '/docs' + href : href;
    link.textContent = name;
    const rest = document.createElement('span');
    rest.textContent = ' ' + what + (href.startsWith('#') ? ': ' + says : '');
    item.append(link, rest);
    return item;
  };
  input.addEventListener('input', async () => {
    entries ??= fetch('/docs/index.json').then((answer) => answer.json());
    const found = findEntries(await entries, input.value);
    list.replaceChildren(...found.slice(0, most).map(show));
    const more = found.length > most ? ', the first ' + most + ' are shown' : '';
    count.textContent = input.value.trim() === '' ? '' : found.length + ' found' + more;
  });
}
`;
