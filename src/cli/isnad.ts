#!/usr/bin/env node
/** The `isnad` command: thin, over the same services as the API. */
import { failToStart } from '../platform/run-process.js';
import { runCommand } from './run-command.js';

// The reader of the pipe has gone: isnad … | head
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code === 'EPIPE') process.exit();
  failToStart(error);
});

try {
  await runCommand(process.argv.slice(2));
  process.exit();
} catch (error) {
  failToStart(error);
}
