import type { Request, RequestHandler } from 'express';
import type pg from 'pg';
import { z } from 'zod';
import { decodeCursor, encodeCursor } from '../../src/platform/http/cursor.js';

/**
 * A page of rows by their ids: the statement gives `id` and `text`, the JSON of one item, after the id `$1`. The
 * limit is part of its text: of a parameter PostgreSQL would know nothing, and plan anew for every page.
 */
export const answerPages =
  (pool: pg.Pool, name: string, statement: (limit: number) => string): RequestHandler =>
  async (request, response) => {
    const limit = limitOf(request);
    const after = decodeCursor(request.query['after'] as string | undefined, z.string());
    const { rows } = await pool.query<{ id: string; text: string }>({
      name: `${name} ${String(limit)}`,
      text: statement(limit + 1),
      values: [after ?? first],
    });
    const items = rows.slice(0, limit);
    const next = rows.length > limit ? encodeCursor(items.at(-1)?.id) : null;
    const texts = items.map(({ text }) => text).join(',');
    response.type('json').send(`{"items":[${texts}],"next":${JSON.stringify(next)}}`);
  };

export const limitOf = ({ query }: Request): number => Number(query['limit'] ?? 50);

const first = '00000000-0000-0000-0000-000000000000';
