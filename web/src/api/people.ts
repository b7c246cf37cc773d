/** Whom work can be given to. */
import { queryOptions } from '@tanstack/react-query';
import type { GoodBody } from '../../../client/routes.js';
import { api } from './api.js';

type Person = GoodBody<'GET /v1/desk/people'>['items'][number];

const longMs = 10 * 60_000;

/** Everybody at the desk, with their limits: they seldom change. */
export const everybody = queryOptions({
  queryKey: ['people', 'limits'],
  queryFn: ({ signal }) => readPeople({}, signal),
  staleTime: longMs,
});

/** All of them, page by page. Of a task, whom that can be given to; of a verdict, who could confirm it. */
export async function readPeople(
  of: { task?: string; verdict?: string },
  signal?: AbortSignal,
): Promise<Person[]> {
  const all: Person[] = [];
  for (let after: string | null | undefined; after !== null;) {
    const asked = { ...of, limit: 200, ...(after !== undefined && { after }) };
    const { items, next } = await api.require('GET /v1/desk/people', asked, { ...(signal && { signal }) });
    all.push(...items);
    after = next;
  }
  return all;
}
