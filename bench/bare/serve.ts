import type { Express } from 'express';

/** Listens on a free port, says which, and ends when told to. */
export function serve(app: Express): void {
  const server = app.listen(0, '127.0.0.1', () => {
    process.stdout.write(`${JSON.stringify(server.address())}\n`);
  });
  process.on('SIGTERM', () => process.exit(0));
}
