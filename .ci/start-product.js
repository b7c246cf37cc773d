/** Starts the product with npm in the folder that is given, waits until it is ready, and stops it again. */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { setTimeout as pause } from 'node:timers/promises';

const [folder] = process.argv.slice(2);
const limitMs = 60_000;

const began = performance.now();
const product = spawn('npm', ['start'], {
  env: { ...process.env, PORT: '0', ISNAD_DIR: folder, LOG_LEVEL: 'warn' },
  stdio: ['ignore', 'pipe', 'inherit'],
  detached: true,
});
// When its output is closed the product itself has ended too, not only npm.
const ended = once(product, 'close');
let said = '';
product.stdout.on('data', (chunk) => (said += chunk));

const isReady = async () => {
  const [, url] = /ready at (http:\S+)/.exec(said) ?? [];
  if (url === undefined) return false;
  return fetch(`${url}/readyz`).then(
    ({ status }) => status === 200,
    () => false,
  );
};

const over = AbortSignal.timeout(limitMs);
let gone = false;
void ended.then(() => (gone = true));
let ready = false;
while (!ready && !gone && !over.aborted) {
  await pause(50);
  ready = await isReady();
}
const seconds = ((performance.now() - began) / 1000).toFixed(1);
if (!gone) process.kill(-product.pid, 'SIGINT');
await ended;
if (!ready) throw new Error(`npm start was not ready after ${seconds} s:\n${said}`);
process.stdout.write(`It was ready after ${seconds} s, and has ended.\n`);
