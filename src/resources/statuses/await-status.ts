import type { Tail } from '../../delivery/feed/tail.js';
import { anyOf, waitFor } from '../../delivery/feed/wait-for.js';
import { matches } from '../../platform/http/conditional.js';
import type { Call } from '../../platform/http/route.js';

interface Reading<Found> {
  read: () => Promise<Found>;
  tail: Pick<Tail, 'watch' | 'closed'>;
}

/**
 * What `read` gives once it is no longer what the caller has (`If-None-Match`), or after that many seconds. Waiting
 * costs no query: the feed's tail says when to read again.
 */
export async function readOnceChanged<Found extends { etag: string }>(
  {
    params: { id },
    request,
    disconnect,
    rights,
  }: Pick<Call<{ id: string }, unknown, unknown>, 'params' | 'request' | 'disconnect' | 'rights'>,
  seconds: number,
  { read, tail }: Reading<Found>,
): Promise<Found> {
  const deadline = performance.now() + seconds * 1_000;
  for (let held = false; ; held = true) {
    if (held) await rights.present();
    // Subscribed before it is read: a change in between wakes too.
    const left = Math.max(0, deadline - performance.now());
    const change = waitFor(
      anyOf((wake) => tail.watch(id, wake), rights.watch),
      left,
      disconnect,
    );
    try {
      const found = await read();
      const isOver = disconnect.happened || tail.closed() || performance.now() >= deadline;
      if (isOver || !matches(request, found.etag)) return found;
      await change.until;
    } finally {
      change.end();
    }
  }
}
