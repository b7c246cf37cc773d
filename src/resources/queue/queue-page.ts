/** PURE: the queue as a page, for people. It asks for nothing but itself. */
import type { GivenUp } from '../../platform/queue/watch-queue.js';
import { element, escape, textElement } from '../../domain/publishing/markup.js';

interface QueuePage {
  /** Where the queue lives, in words. */
  store: string;
  at: Date;
  /** Undefined: the store does not answer. */
  found: { counts: Readonly<Record<string, number>>; givenUp: readonly GivenUp[] } | undefined;
  /** How many of those given up are shown at most. */
  most: number;
}

export const queuePath = '/admin/queues';

export const queueStyle = `:root { color-scheme: light dark; font: 16px/1.5 system-ui, sans-serif }
body { margin: 2rem auto; max-width: 72rem; padding: 0 1rem }
table { border-collapse: collapse; width: 100%; margin: 1.5rem 0 }
caption { text-align: start; font-weight: bold; padding-block: .5rem }
th, td { text-align: start; vertical-align: top; padding: .4rem .8rem .4rem 0; border-block-end: 1px solid #8888 }
td { overflow-wrap: anywhere }
code { font-size: .85em }
`;

export function renderQueuePage({ store, at, found, most }: QueuePage): string {
  const body = [
    textElement('h1', 'Queue'),
    element(
      'p',
      {},
      `In ${escape(store)}, as of ${time(at)}. `,
      textElement('a', 'Look again', { href: queuePath }),
    ),
    ...(found ? [countsOf(found.counts), givenUpOf(found.givenUp, most)] : [noAnswer]),
  ];
  const head = [
    '<meta charset="utf-8">',
    '<meta name="viewport" content="width=device-width, initial-scale=1">',
    textElement('title', 'Isnad: queue'),
    `<style>${queueStyle}</style>`,
  ];
  return `<!doctype html>\n<html lang="en"><head>${head.join('')}</head><body>${body.join('\n')}</body></html>\n`;
}

const noAnswer = textElement(
  'p',
  'The store of the queue does not answer. Writes still succeed; the work is found again once it does.',
  { role: 'alert' },
);

const cell = (text: string): string => textElement('td', text);
const heading = (text: string): string => textElement('th', text, { scope: 'col' });

const countsOf = (counts: Readonly<Record<string, number>>): string =>
  element(
    'table',
    {},
    textElement('caption', 'Jobs by state'),
    element('tr', {}, ...Object.keys(counts).map(heading)),
    element('tr', {}, ...Object.values(counts).map((count) => cell(String(count)))),
  );

function givenUpOf(rows: readonly GivenUp[], most: number): string {
  if (rows.length === 0) return textElement('p', 'No job has been given up.');
  const caption = `Given up, newest first${rows.length === most ? ` (the last ${String(most)})` : ''}`;
  return element(
    'table',
    {},
    textElement('caption', caption),
    element('tr', {}, ...['job', 'about', 'tries', 'given up', 'reason', ''].map(heading)),
    ...rows.map(givenUpRow),
  );
}

const longestPayload = 300;
const longestReason = 1_000;

const givenUpRow = ({ id, name, payload, attempts, at, reason }: GivenUp): string =>
  element(
    'tr',
    {},
    cell(name),
    `<td><code>${isolated(shorten(JSON.stringify(payload), longestPayload))}</code></td>`,
    cell(String(attempts)),
    `<td>${at ? time(at) : ''}</td>`,
    `<td>${isolated(shorten(reason, longestReason))}</td>`,
    element(
      'td',
      {},
      element(
        'form',
        { method: 'post', action: `${queuePath}/jobs/${encodeURIComponent(id)}/retry` },
        textElement('button', 'Try again', { 'aria-label': `Try ${id} again` }),
      ),
    ),
  );

/** Text in any script, which decides about its own direction and about that of nothing around it. */
const isolated = (text: string): string => textElement('bdi', text, { dir: 'auto' });

const time = (at: Date): string =>
  textElement(
    'time',
    at
      .toISOString()
      .replace('T', ' ')
      .replace(/\.\d+Z$/, ' UTC'),
    {
      datetime: at.toISOString(),
    },
  );

/** By characters, so that none is cut in half. */
function shorten(text: string, most: number): string {
  const characters = Array.from(text);
  return characters.length <= most ? text : `${characters.slice(0, most).join('')}…`;
}
