/** Entry of the ceiling: a bare Express that answers one constant document and does nothing else. */
import { readFileSync } from 'node:fs';
import express from 'express';

const [file = ''] = process.argv.slice(2);
const { path, payload } = JSON.parse(readFileSync(file, 'utf8')) as { path: string; payload: unknown };

const app = express();
app.all(path, (_request, response) => {
  response.json(payload);
});
const server = app.listen(0, '127.0.0.1', () => {
  process.stdout.write(`${JSON.stringify(server.address())}\n`);
});
process.on('SIGTERM', () => process.exit(0));
