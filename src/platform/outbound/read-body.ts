import type { Readable } from 'node:stream';
import { CallFailure } from './failure.js';
import type { Limits } from './deadline.js';

export interface Body {
  bytes: Buffer;
  /** Why it is not the whole of it, where it is not. */
  cut: 'too_long' | 'too_slow' | 'broken' | null;
}

/** How long a body may begin slowly before its rate counts. */
const graceMs = 3_000;

/** Reads a body up to the limits. Whoever answers badly from here on has answered: this never rejects. */
export async function readBody(
  body: Readable,
  { bytes: most, bytesPerSecond }: Pick<Limits, 'bytes' | 'bytesPerSecond'>,
): Promise<Body> {
  const started = performance.now();
  const chunks: Buffer[] = [];
  let length = 0;
  const soFar = (cut: Body['cut']): Body => ({ bytes: Buffer.concat(chunks).subarray(0, most), cut });
  try {
    for await (const chunk of body as AsyncIterable<Buffer>) {
      chunks.push(chunk);
      length += chunk.length;
      if (length > most) return soFar('too_long');
      const ms = performance.now() - started;
      if (ms > graceMs && (length * 1000) / ms < bytesPerSecond) return soFar('too_slow');
    }
    return soFar(null);
  } catch (error) {
    return soFar(error instanceof CallFailure && error.code === 'too_slow' ? 'too_slow' : 'broken');
  }
}
