import express, { type Express } from 'express';
import type pg from 'pg';
import { readClaim } from './claim.js';
import { listClaims } from './claims.js';
import { createClaim, findAuthor } from './create-claim.js';
import { readFeed } from './feed.js';
import { listTasks } from './tasks.js';

/**
 * A bare Express with hand-written SQL that gives the same answers as the API and writes the same rows, and does nothing
 * else: no keys, no limits, no checks, no log. `author` is the ref of the member in whose name it writes.
 */
export async function createBareApi(pool: pg.Pool, author: string): Promise<Express> {
  const app = express();
  app.use(express.json());
  app.post('/v1/claims', createClaim(pool, await findAuthor(pool, author)));
  app.get('/v1/claims', listClaims(pool));
  app.get('/v1/claims/:id', readClaim(pool));
  app.get('/v1/tasks', listTasks(pool));
  app.get('/v1/feed', readFeed(pool));
  return app;
}
