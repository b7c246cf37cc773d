import type { Tail } from '../../delivery/feed/tail.js';
import { waitFor } from '../../delivery/feed/wait-for.js';
import { matches } from '../../platform/http/conditional.js';
import type { Call } from '../../platform/http/route.js';

interface Reading<Found> {
  read: () => Promise<Found>;
  tail: Pick<Tail, 'watch' | 'closed'>;
}

/**
 * What a claim is once it is no longer what the caller has (`If-None-Match`), or after that many seconds. While
 * they wait it costs nobody a query: the feed's tail says when to look again.
 */
export async function readOnceChanged<Found extends { etag: string }>(
  {
    params: { id },
    request,
    gone,
  }: Pick<Call<{ id: string }, unknown, unknown>, 'params' | 'request' | 'gone'>,
  seconds: number,
  { read, tail }: Reading<Found>,
): Promise<Found> {
  const deadline = performance.now() + seconds * 1_000;
  for (;;) {
    // Listened for before it is read: what changes in between is not slept through.
    const left = Math.max(0, deadline - performance.now());
    const change = waitFor((wake) => tail.watch(id, wake), left, gone);
    try {
      const found = await read();
      const isOver = gone.happened || tail.closed() || performance.now() >= deadline;
      if (isOver || !matches(request, found.etag)) return found;
      await change.until;
    } finally {
      change.end();
    }
  }
}
