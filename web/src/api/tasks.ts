/** Tasks: what is mine, the next one, and the moves that can be made with one. */
import { queryOptions } from '@tanstack/react-query';
import type { Input, ItemOf } from '../../../client/routes.js';
import { myWork } from '../early/my-work.js';
import { api } from './api.js';
import { stayingRows, notReadAgain } from './query-client.js';

export type Task = ItemOf<'GET /v1/tasks'>;

export const taskKeys = { all: ['tasks'] as const };

/** `askedAt`: what happened from then on may not be in it. */
export const myTasks = (member: string) =>
  queryOptions({
    queryKey: [...taskKeys.all, 'mine', member],
    queryFn: async ({ signal }) => {
      const askedAt = Date.now();
      return { ...(await api.require('GET /v1/tasks', myWork(member), { signal })), askedAt };
    },
    ...stayingRows,
  });

/** What may come next, best first. No event concerns it: it is read again after a task was taken. */
export const likelyNext = () =>
  queryOptions({
    queryKey: [...taskKeys.all, 'likely'],
    queryFn: async ({ signal }) => {
      const read = (narrower: Input<'GET /v1/tasks'>): Promise<{ items: Task[] }> =>
        api.require(
          'GET /v1/tasks',
          { stage: ['review', 'correction'], status: ['open'], ...narrower },
          { signal },
        );
      const { items } = await read({ sort: '-priority', limit: 1 });
      // The oldest of the most urgent.
      const priority = items.map((task) => task.priority);
      return priority.length === 0 ? [] : (await read({ priority, sort: 'openedAt', limit: 3 })).items;
    },
    meta: notReadAgain,
  });

/** Verdicts that nobody has taken to decide on. */
export const openApprovals = () =>
  queryOptions({
    queryKey: [...taskKeys.all, 'approvals'],
    queryFn: ({ signal }) =>
      api.require(
        'GET /v1/tasks',
        { stage: ['approval'], status: ['open'], sort: 'dueAt', limit: 50 },
        { signal },
      ),
    ...stayingRows,
  });

/** What is going on about a claim. */
export const tasksOfClaim = (claim: string) =>
  queryOptions({
    queryKey: [...taskKeys.all, 'of-claim', claim],
    queryFn: ({ signal }) =>
      api.require(
        'GET /v1/claims/{id}/tasks',
        { id: claim, status: ['open', 'assigned', 'in_progress', 'submitted'] },
        { signal },
      ),
  });

export const oneTask = (id: string) =>
  queryOptions({
    queryKey: [...taskKeys.all, id],
    queryFn: ({ signal }) => api.require('GET /v1/tasks/{id}', { id }, { signal }),
  });

export const taskMoves = (id: string) =>
  queryOptions({
    queryKey: [...taskKeys.all, id, 'moves'],
    queryFn: ({ signal }) => api.require('GET /v1/tasks/{id}/transitions', { id }, { signal }),
  });

type Previewed = Input<'POST /v1/tasks/{id}/verdict/preview'>['body'];

/**
 * What recording the verdict would say. It is the same until the draft is another one (`tag`), or something happens to one
 * of the `claims` (refs and ids) that it is judged by.
 */
export const verdictPreview = (
  task: string,
  { tag, body, claims }: { tag: string; body: Previewed; claims: readonly string[] },
) =>
  queryOptions({
    queryKey: [...taskKeys.all, task, 'preview', tag],
    queryFn: ({ signal }) =>
      api.require('POST /v1/tasks/{id}/verdict/preview', { id: task, body }, { signal }),
    staleTime: Infinity,
    meta: { claims },
  });

export type Move = Input<'POST /v1/tasks/{id}/transitions'>['body'];

/** Who takes a task at the desk begins it. */
export const taking = { event: 'take', start: true } as const satisfies Move;

export const moveTask = (id: string, body: Move, idempotencyKey: string): Promise<Task> =>
  api.require('POST /v1/tasks/{id}/transitions', { id, body }, { idempotencyKey });

/** The best task for this member, begun, with its draft; undefined where there is none. */
export const takeNext = (idempotencyKey: string) =>
  api.require('POST /v1/tasks/next', { body: { start: true } }, { idempotencyKey });
