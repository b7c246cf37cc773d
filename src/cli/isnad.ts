#!/usr/bin/env node
/** The `isnad` command: thin, over the same services as the API. */
import { constants } from 'node:os';
import { failToStart } from '../platform/run-process.js';
import { runCommand } from './run-command.js';

// The reader of the pipe has gone: isnad … | head
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code === 'EPIPE') process.exit();
  failToStart(error);
});

const args = process.argv.slice(2);
// A signal alone would end the process without a word to the database that was started for it. "watch" ends by itself.
if (args[0] !== 'watch')
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const)
    process.once(signal, () => process.exit(128 + constants.signals[signal]));

try {
  await runCommand(args);
  process.exit();
} catch (error) {
  failToStart(error);
}
