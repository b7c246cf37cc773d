import { Failure } from '../../platform/errors.js';
import type { Disconnect } from '../../platform/http/route.js';

export type OpenStreams = ReturnType<typeof createOpenStreams>;

/** Counts the streams of each key in this process: a client that forgets to close them must not take all connections. */
export function createOpenStreams(most: number) {
  const open = new Map<string, number>();
  return {
    /** One more of this key, until `disconnect`; throws `too_many_streams`. */
    enter(keyId: string, disconnect: Disconnect): void {
      const count = open.get(keyId) ?? 0;
      if (count >= most) throw tooMany(most);
      if (disconnect.happened) return;
      open.set(keyId, count + 1);
      disconnect.watch(() => {
        const left = (open.get(keyId) ?? 1) - 1;
        if (left > 0) open.set(keyId, left);
        else open.delete(keyId);
      });
    },
  };
}

const tooMany = (most: number): Failure =>
  new Failure(
    'limited',
    `This key has ${String(most)} streams open, as many as it may. Close one of them first.`,
    {
      code: 'too_many_streams',
      retryAfter: 5,
    },
  );
