import type { Submissions } from './orders.js';
/** A checker submits, and a newsroom tool that waits on the status of the claim sees that it was recorded. */
import { ask } from '../requests.js';
import { verdict } from '../rows/propose-verdicts.js';

/** For each review, the milliseconds from sending the verdict to the answer that shows it recorded. */
export async function submitAndWatch({ port, checker, reader, reviews }: Submissions): Promise<number[]> {
  const taken: number[] = [];
  for (const { task, claim } of reviews) {
    const move = (event: string) =>
      post(port, { path: `/v1/tasks/${task}/transitions`, key: checker, body: { event } }, 200);
    await move('take');
    await move('start');
    const path = `/v1/claims/${claim}/status`;
    const { etag } = await ask(port, { path, key: reader });
    const seen = watch(port, { path, key: reader }, etag);
    const since = performance.now();
    await post(port, { path: `/v1/tasks/${task}/verdict`, key: checker, body: verdict }, 202);
    taken.push((await seen) - since);
  }
  return taken;
}

/** The moment at which the claim awaits approval; every change before that is seen, and waited on from there. */
async function watch(port: number, asked: { path: string; key: string }, etag: string): Promise<number> {
  const deadline = performance.now() + 30_000;
  for (let tag = etag; performance.now() < deadline;) {
    const answer = await ask(port, { ...asked, headers: { 'If-None-Match': tag, Prefer: 'wait=30' } });
    const now = performance.now();
    if ((answer.body as { status?: string } | undefined)?.status === 'in_approval') return now;
    tag = answer.etag;
  }
  throw new Error('the verdict was not recorded within 30 s');
}

async function post(
  port: number,
  asked: { path: string; key: string; body: unknown },
  expected: number,
): Promise<void> {
  const { status, body } = await ask(port, { ...asked, method: 'POST' });
  if (status !== expected) throw new Error(`${asked.path}: ${String(status)} ${JSON.stringify(body)}`);
}
