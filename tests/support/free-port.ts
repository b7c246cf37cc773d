/** A port for who has to name it before it is listened at, or to come back to it. */
import { randomInt } from 'node:crypto';
import { createServer } from 'node:net';

/** Below those that systems give to connections, and to who asks for any port: meanwhile nobody else has it by chance. */
const [lowest, highest] = [20_000, 32_000];

export async function findFreePort(): Promise<number> {
  for (let attempt = 0; attempt < 100; attempt++) {
    const port = randomInt(lowest, highest);
    if (await isFree(port)) return port;
  }
  throw new Error('no port is free');
}

function isFree(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const probe = createServer()
      .once('error', () => {
        resolve(false);
      })
      .listen(port, '127.0.0.1', () => {
        probe.close(() => {
          resolve(true);
        });
      });
  });
}
