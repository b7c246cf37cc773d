/** Entry of the worker process. Exit codes: 0 told to end and ended, 1 could not start or broke. */
import { readEnv } from '../src/env.js';
import { createLog } from '../src/log.js';
import { wire } from '../src/wire.js';
import { startWorkers } from './start.js';

const env = readEnv();
const log = createLog({ level: env.logLevel, name: 'isnad-workers' });

process.on('uncaughtException', (err) => {
  log.fatal({ err }, 'broke');
  process.exit(1);
});

const { services, backend, store, signal, close } = await wire(env, { log });
const workers = await startWorkers({ services, backend, store, signal, log, ...env.workers });

let ending = false;
const end = async (): Promise<void> => {
  if (ending) return;
  ending = true;
  log.info('ending');
  await workers.close();
  await close();
  // A job that ran out of time may still hold the process.
  process.exit(0);
};
process.on('SIGTERM', () => void end());
process.on('SIGINT', () => void end());
