/** Many callers at once, and what became of them. */
import type { Response } from 'supertest';
import { expect } from 'vitest';

/** Nobody is told that it is our fault, or kept waiting. */
export async function expectOrderly(
  requests: readonly PromiseLike<Response>[],
  allowed: readonly number[],
  longestMs = 10_000,
): Promise<number[]> {
  const begun = performance.now();
  const answers = await Promise.all(requests);
  expect(performance.now() - begun).toBeLessThan(longestMs);
  for (const { status, body } of answers) expect(allowed, JSON.stringify(body)).toContain(status);
  return answers.map(({ status }) => status);
}
