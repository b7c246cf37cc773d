/** Entry of the bare Express that the API is held against. */
import pg from 'pg';
import { createBareApi } from './app.js';
import { serve } from './serve.js';

const [connectionString, author = ''] = process.argv.slice(2);
const pool = new pg.Pool({ connectionString, max: 10, options: '-c timezone=UTC -c jit=off' });
serve(await createBareApi(pool, author));
