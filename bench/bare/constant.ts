/** Entry of a bare Express that answers one constant document and does nothing else. */
import { readFileSync } from 'node:fs';
import express from 'express';
import { serve } from './serve.js';

const [file = ''] = process.argv.slice(2);
const { path, payload } = JSON.parse(readFileSync(file, 'utf8')) as { path: string; payload: unknown };

const app = express();
app.all(path, (_request, response) => {
  response.json(payload);
});
serve(app);
