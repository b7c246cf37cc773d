/**
 * Entry of a bare Express with hand-written SQL that gives the same answers as the API and writes the same rows,
 * and does nothing else: no keys, no limits, no checks, no log.
 */
import express from 'express';
import pg from 'pg';
import { readClaim } from './claim.js';
import { listClaims } from './claims.js';
import { createClaim, findAuthor } from './create-claim.js';
import { readFeed } from './feed.js';
import { serve } from './serve.js';
import { listTasks } from './tasks.js';

const [connectionString, author = ''] = process.argv.slice(2);
const pool = new pg.Pool({ connectionString, max: 10, options: '-c timezone=UTC -c jit=off' });

const app = express();
app.use(express.json());
app.post('/v1/claims', createClaim(pool, await findAuthor(pool, author)));
app.get('/v1/claims', listClaims(pool));
app.get('/v1/claims/:id', readClaim(pool));
app.get('/v1/tasks', listTasks(pool));
app.get('/v1/feed', readFeed(pool));
serve(app);
