import { z } from 'zod';
import { operationsTagged } from '../http/route.js';
import type { Operation } from '../http/route.js';
import { createReadiness, type Check } from './readiness.js';
import { uncached } from '../http/caching.js';

const operation = operationsTagged('Operation');

const part = z.strictObject({
  ok: z.boolean(),
  reason: z.string().optional().describe('What is wrong, for machines'),
  why: z.string().optional().describe('What is wrong, in words'),
});
const readiness = z.strictObject({
  ready: z.boolean().describe('Whether requests can be answered'),
  degraded: z.array(z.string()).describe('The reasons why not all is well although requests are answered'),
  parts: z.record(z.string(), part),
});

export function healthOperations(checks: readonly Check[]): Operation[] {
  const readReadiness = createReadiness(checks);
  return [
    operation('GET /healthz', {
      id: 'getHealth',
      summary: 'Whether the process lives',
      description:
        'For whatever restarts processes: 200 as long as the process answers at all. It looks at nothing else.',
      permission: 'public',
      answers: { 200: { description: 'It lives', body: z.strictObject({ alive: z.literal(true) }) } },
      handle: () => Promise.resolve({ status: 200, body: { alive: true }, headers: uncached }),
    }),
    operation('GET /readyz', {
      id: 'getReadiness',
      summary: 'Whether requests can be answered, and what is not well',
      description:
        'For whatever sends requests here. 503 while a part that every request needs does not answer, its schema is not up to date, or the process is about to end. What requests can be answered without is named in `degraded`, with 200. Each part says what is wrong with it. What was found is told for half a second; that the process ends, at once.',
      permission: 'public',
      answers: {
        200: { description: 'Ready; `degraded` names what is not well', body: readiness },
        503: { description: 'Not ready; `why` says what is missing', body: readiness },
      },
      handle: async () => {
        const body = await readReadiness();
        return { status: body.ready ? 200 : 503, body, headers: uncached };
      },
    }),
  ];
}
