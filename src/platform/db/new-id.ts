import { randomBytes, randomInt } from 'node:crypto';

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
  const bytes = randomBytes(16);
  bytes.writeUIntBE(lastMs, 0, 6);
  bytes.writeUInt16BE(0x7000 | counter, 6);
  bytes.writeUInt8(0x80 | (bytes.readUInt8(8) & 0x3f), 8);
  const hex = bytes.toString('hex');
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20)}`;
}
