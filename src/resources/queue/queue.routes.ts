import { createHash } from 'node:crypto';
import { z } from 'zod';
import { operationsTagged, type Operation, type Reply } from '../../platform/http/route.js';
import type { QueueWatch } from '../../platform/queue/watch-queue.js';
import { queuePath, queueStyle, renderQueuePage } from './queue-page.js';

const operation = operationsTagged('Operation');

const mostShown = 50;

const stores = { postgres: 'PostgreSQL', redis: 'Redis' } as const;

/** What the page may do: show its own style, and send its own forms. */
const contentPolicy = [
  "default-src 'none'",
  `style-src 'sha256-${createHash('sha256').update(queueStyle).digest('base64')}'`,
  "form-action 'self'",
  "base-uri 'none'",
  "frame-ancestors 'none'",
].join('; ');

const pageHeaders = {
  'Cache-Control': 'no-store',
  'Content-Security-Policy': contentPolicy,
  // With none, a browser would not say where a form came from.
  'Referrer-Policy': 'same-origin',
};

const jobId = z.string().min(1).max(512);

/** The queue as a page, for admins. */
export const queueOperations = (queue: Omit<QueueWatch, 'close'>): Operation[] => [
  operation(`GET ${queuePath}`, {
    id: 'getQueuePage',
    summary: 'A page that shows the queue and what was given up',
    description: 'For a browser: it asks for a key as the password, under any name.',
    permission: 'administer',
    forBrowsers: true,
    answers: {
      200: { description: 'The page', contentType: 'text/html', body: z.string() },
      503: {
        description: 'The page, which says that the queue does not answer',
        contentType: 'text/html',
        body: z.string(),
      },
    },
    handle: async ({ report }) => {
      const found = await lookAt(queue).catch((error: unknown) => {
        report(error);
        return undefined;
      });
      return show(queue, found);
    },
  }),
  operation(`POST ${queuePath}/jobs/{id}/retry`, {
    id: 'retryJob',
    summary: 'Has a job that was given up tried again',
    description: 'A form of the page at `/admin/queues`, to which the answer leads back.',
    permission: 'administer',
    forBrowsers: true,
    params: z.strictObject({ id: jobId }),
    answers: { 303: { description: 'It waits in the queue', headers: { Location: 'the page' } } },
    problems: ['job_not_found', 'job_not_given_up'],
    handle: async ({ params: { id } }) => {
      await queue.putBack(id);
      return { status: 303, headers: { ...pageHeaders, Location: queuePath } };
    },
  }),
];

async function lookAt(queue: Pick<QueueWatch, 'depth' | 'givenUp'>) {
  const [counts, givenUp] = await Promise.all([queue.depth(), queue.givenUp(mostShown)]);
  return { counts, givenUp };
}

const show = (
  { kind }: Pick<QueueWatch, 'kind'>,
  found: Awaited<ReturnType<typeof lookAt>> | undefined,
): Reply => ({
  status: found ? 200 : 503,
  body: renderQueuePage({ store: stores[kind], at: new Date(), found, most: mostShown }),
  headers: pageHeaders,
});
