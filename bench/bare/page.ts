import type { Request, RequestHandler } from 'express';
import type pg from 'pg';
import { z } from 'zod';
import { decodeCursor, encodeCursor } from '../../src/platform/http/cursor.js';

/**
 * A page in the order of a moment and the id: the statement gives both, and `text`, the JSON of one item, after the
 * place `$1`, `$2`. The limit is part of it: of a parameter PostgreSQL would know nothing, and plan anew for every page.
 */
export const answerPages =
  (pool: pg.Pool, name: string, statement: (limit: number) => string): RequestHandler =>
  async (request, response) => {
    const limit = limitOf(request);
    const after = decodeCursor(request.query['after'] as string | undefined, place);
    const { rows } = await pool.query<{ key: string; id: string; text: string }>({
      name: `${name} ${String(limit)}`,
      text: statement(limit + 1),
      values: after?.slice(1) ?? ['-infinity', '00000000-0000-0000-0000-000000000000'],
    });
    const items = rows.slice(0, limit);
    const last = items.at(-1);
    const next = last && rows.length > limit ? encodeCursor([after?.[0] ?? '', last.key, last.id]) : null;
    const texts = items.map(({ text }) => text).join(',');
    response.type('json').send(`{"items":[${texts}],"next":${JSON.stringify(next)}}`);
  };

/** As the API writes it: what list it is of, and the last row of the page before. */
const place = z.tuple([z.string(), z.string(), z.string()]);

export const limitOf = ({ query }: Request): number => Number(query['limit'] ?? 50);
