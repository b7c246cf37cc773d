/**
 * The load: so many connections, each with one request under way at a time, as a newsroom's tools would send
 * them. It writes prepared bytes and reads no more of an answer than where it ends: on a machine with two
 * cores, whatever the load costs is taken from the database beside it.
 */
import type { Socket } from 'node:net';
import { open } from './open.js';

export interface RequestBurst {
  port: number;
  /** Whole requests as they go over the wire; sent in turn, by whichever connection is free. */
  requests: string[];
  /** The status that every answer must have. */
  expect: number;
  /** Each request can be sent once only; a slice ends early where there are no more. */
  once?: boolean;
}

/** A burst made ready, and how far it has come: the next slice goes on from there. */
export interface Aimed extends RequestBurst {
  buffers: Buffer[];
  at: number;
}

export interface Tally {
  answers: number;
  seconds: number;
  /** Milliseconds. */
  p50: number;
  p99: number;
  bytes: number;
}

export const aim = (burst: RequestBurst): Aimed => ({
  ...burst,
  buffers: burst.requests.map((request) => Buffer.from(request, 'latin1')),
  at: 0,
});

/** For so long, or until `count` answers have come. Throws where an answer is not what was expected: figures of refusals are worth nothing. */
export async function fire(
  aimed: Aimed,
  { connections, ms, count = Infinity }: { connections: number; ms: number; count?: number },
): Promise<Tally> {
  const { port, expect, buffers, once = false } = aimed;
  const begun = performance.now();
  const until = begun + ms;
  const taken: number[] = [];
  let bytes = 0;
  let sent = 0;

  const next = (): Buffer | undefined => {
    if (sent++ >= count) return undefined;
    return once ? buffers[aimed.at++] : buffers[aimed.at++ % buffers.length];
  };

  const work = async (socket: Socket): Promise<void> => {
    await new Promise<void>((resolve, reject) => {
      let since = performance.now();
      let held: Buffer | undefined;
      socket.on('error', reject);
      socket.on('close', () => {
        reject(new Error('the server closed the connection'));
      });
      socket.on('data', (chunk: Buffer) => {
        const received = held ? Buffer.concat([held, chunk]) : chunk;
        const answer = readAnswer(received);
        if (!answer) {
          held = received;
          return;
        }
        held = undefined;
        if (answer.status !== expect) {
          reject(
            new Error(
              `${String(answer.status)} instead of ${String(expect)}: ${received.toString('utf8', 0, 2_000)}`,
            ),
          );
          return;
        }
        const now = performance.now();
        taken.push(now - since);
        bytes += answer.length;
        const request = now >= until ? undefined : next();
        if (!request) {
          resolve();
          return;
        }
        since = now;
        socket.write(request);
      });
      const first = next();
      if (first) socket.write(first);
      else reject(new Error('there is nothing left to send'));
    });
  };

  const sockets = await Promise.all(Array.from({ length: connections }, () => open(port)));
  try {
    await Promise.all(sockets.map(work));
  } finally {
    for (const socket of sockets) {
      socket.removeAllListeners('close');
      socket.destroy();
    }
  }
  const seconds = (performance.now() - begun) / 1000;
  taken.sort((a, b) => a - b);
  const quantile = (share: number): number =>
    taken[Math.min(taken.length - 1, Math.floor(taken.length * share))] ?? NaN;
  return { answers: taken.length, seconds, p50: quantile(0.5), p99: quantile(0.99), bytes };
}

/** Undefined while it has not wholly arrived. Nobody here answers in chunks. */
function readAnswer(received: Buffer): { status: number; length: number } | undefined {
  const headEnd = received.indexOf('\r\n\r\n');
  if (headEnd === -1) return undefined;
  const head = received.toString('latin1', 0, headEnd);
  const status = Number(head.slice(9, 12));
  const length = Number(/\r\ncontent-length: *(\d+)/i.exec(head)?.[1] ?? 0);
  if (/\r\ntransfer-encoding:/i.test(head)) throw new Error('an answer in chunks is not counted here');
  const whole = headEnd + 4 + (status === 304 || status === 204 ? 0 : length);
  return received.length < whole ? undefined : { status, length: whole };
}
