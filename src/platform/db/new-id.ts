import { randomInt, randomUUID } from 'node:crypto';

const mostPerMs = 0x1000;
let lastMs = 0;
let counter = 0;

/**
 * A UUID of version 7 (RFC 9562, method 1): of one process, each sorts after the one before it, also within a
 * millisecond; random beyond.
 */
export function newId(): string {
  const nowMs = Date.now();
  if (nowMs > lastMs) {
    lastMs = nowMs;
    counter = randomInt(mostPerMs / 4);
  } else if (++counter === mostPerMs) {
    // More than fit into this millisecond are of the next.
    lastMs++;
    counter = 0;
  }
  const time = lastMs.toString(16).padStart(12, '0');
  const place = counter.toString(16).padStart(3, '0');
  // Variant and random bits are those of version 4, for which Node fetches randomness by the hundred.
  return `${time.slice(0, 8)}-${time.slice(8)}-7${place}-${randomUUID().slice(19)}`;
}
