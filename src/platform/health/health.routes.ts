import { z } from 'zod';
import { operation } from '../http/route.js';
import type { Operation } from '../http/route.js';

/** Resolves to true, or to what is wrong in words. */
export type Check = () => Promise<true | string>;
export type Checks = Readonly<Record<string, Check>>;

const timeLimit = 1_000;

const part = z.strictObject({ ok: z.boolean(), why: z.string().optional() });
const readiness = z.strictObject({ ready: z.boolean(), parts: z.record(z.string(), part) });

export const healthOperations = (checks: Checks): Operation[] => [
  operation({
    method: 'get',
    path: '/healthz',
    id: 'getHealth',
    tag: 'Operation',
    summary: 'Whether the process lives',
    description:
      'For whatever restarts processes: 200 as long as the process answers at all. It looks at nothing else.',
    permission: 'public',
    answers: { 200: { description: 'It lives', body: z.strictObject({ alive: z.literal(true) }) } },
    handle: () => Promise.resolve({ status: 200, body: { alive: true }, headers: uncached }),
  }),
  operation({
    method: 'get',
    path: '/readyz',
    id: 'getReadiness',
    tag: 'Operation',
    summary: 'Whether everything it stands on answers, and what does not',
    description:
      'For whatever sends requests here. 503 while a part that it needs does not answer, or its schema is not up to date; each part says what is wrong with it.',
    permission: 'public',
    answers: {
      200: { description: 'Ready', body: readiness },
      503: { description: 'Not ready; `why` says what is missing', body: readiness },
    },
    handle: async () => {
      const results = await Promise.all(
        Object.entries(checks).map(async ([name, check]) => [name, await within(check)] as const),
      );
      const ready = results.every(([, { ok }]) => ok);
      return {
        status: ready ? 200 : 503,
        body: { ready, parts: Object.fromEntries(results) },
        headers: uncached,
      };
    },
  }),
];

const uncached = { 'Cache-Control': 'no-store' };

/** A check that hangs is a check that failed: the answer must not wait for it. */
async function within(check: Check): Promise<z.infer<typeof part>> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<string>((resolve) => {
    timer = setTimeout(() => {
      resolve(`gave no answer within ${String(timeLimit)} ms`);
    }, timeLimit);
  });
  try {
    const result = await Promise.race([check(), late]);
    return result === true ? { ok: true } : { ok: false, why: result };
  } catch (error) {
    return { ok: false, why: reason(error) };
  } finally {
    clearTimeout(timer);
  }
}

/** The code alone, where there is one: a driver's message can hold hosts and user names. */
function reason(error: unknown): string {
  const code = typeof error === 'object' && error !== null && 'code' in error ? error.code : undefined;
  return typeof code === 'string' ? `failed with ${code}` : 'failed unexpectedly';
}
