import { z } from 'zod';
import { operationsTagged, type Operation } from '../http/route.js';
import type { Metrics } from './metrics.js';
import { uncached } from '../http/caching.js';

const operation = operationsTagged('Operation');

export const metricOperations = (metrics: Metrics): Operation[] => [
  operation('GET /metrics', {
    id: 'getMetrics',
    summary: 'What operators watch, for Prometheus',
    description:
      'Figures of this process and of what Isnad owes. It takes a key like everything else: any key will do (`authorization` in the scrape configuration).',
    permission: 'read',
    answers: { 200: { description: 'The figures', contentType: metrics.contentType, body: z.string() } },
    handle: async () => ({
      status: 200,
      body: await metrics.render(),
      headers: uncached,
    }),
  }),
];
