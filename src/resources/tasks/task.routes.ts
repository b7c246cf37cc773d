import { z } from 'zod';
import { prioritization, taskCommand } from '../../workflow/command.schema.js';
import type { Desk } from '../../workflow/workflow.service.js';
import { demandMatch, entityTag, requireMatch, unlessMatched } from '../../platform/http/conditional.js';
import { answerPage } from '../../platform/http/list-query.js';
import { ok, okRendered, operation, type Operation } from '../../platform/http/route.js';
import { idParams, pageOf, uuid } from '../../platform/http/schema.js';
import { refuseElsewhere, showMove } from '../../platform/http/transitions.js';
import { draftInput } from '../verdicts/verdict.schema.js';
import { taskQuery } from './task-list.schema.js';
import type { TaskRow } from './task.queries.js';
import { draft, nextInput, task, taskMoves } from './task.schema.js';
import type { TaskService } from './task.service.js';

const tag = 'Tasks';
const params = z.strictObject({ id: uuid });
const whole = { 200: { description: 'The task', body: task } };
const page = {
  200: { description: 'A page of tasks', body: pageOf(task) },
  304: { description: 'Nothing has changed' },
};

export function taskOperations({ tasks, desk }: { tasks: TaskService; desk: Desk }): Operation[] {
  return [
    operation({
      method: 'get',
      path: '/v1/tasks',
      id: 'listTasks',
      tag,
      polled: true,
      summary: 'List review tasks, oldest first',
      permission: 'read_desk',
      query: taskQuery,
      answers: page,
      handle: async ({ query, caller, request }) => {
        const { page: found, asked } = await tasks.list(query, caller);
        return answerPage(request, found, asked);
      },
    }),
    operation({
      method: 'get',
      path: '/v1/claims/{id}/tasks',
      id: 'listClaimTasks',
      tag,
      summary: 'All tasks a claim has had',
      permission: 'read_desk',
      params: idParams,
      query: taskQuery,
      answers: page,
      problems: [404],
      handle: async ({ params: { id }, query, caller, request }) => {
        const { page: found, asked } = await tasks.listOfClaim(id, query, caller);
        return answerPage(request, found, asked);
      },
    }),
    operation({
      method: 'post',
      path: '/v1/tasks/next',
      id: 'takeNextTask',
      tag,
      summary: 'Take the task you should work on next',
      description:
        'By priority, your topics and age, in your languages. Two who ask at once never get the same task. The task is yours (`assigned`) until you release it. You are offered nothing while you are away, nor both sides of one verdict; with as many tasks as you may hold, the answer is 409 `wip_limit_reached`.',
      permission: 'check',
      body: nextInput,
      bodyOptional: true,
      answers: { ...whole, 204: { description: 'There is nothing to do, or you are away' } },
      problems: [409],
      handle: async ({ body, caller }) => {
        const next = await tasks.takeNext(caller, body.stages);
        return next ? okRendered(next.text, { Location: `/v1/tasks/${next.id}` }) : { status: 204 };
      },
    }),
    operation({
      method: 'get',
      path: '/v1/tasks/{id}',
      id: 'getTask',
      tag,
      polled: true,
      summary: 'One review task',
      permission: 'read_desk',
      params,
      answers: { ...whole, 304: { description: 'Nothing has changed' } },
      problems: [404],
      handle: async ({ params: { id }, request }) => {
        const found = await tasks.read(id);
        return unlessMatched(request, tagOf(found), okRendered(found.text));
      },
    }),
    operation({
      method: 'get',
      path: '/v1/tasks/{id}/transitions',
      id: 'listTaskTransitions',
      tag,
      summary: 'What this caller may do with the task now, and why not the rest',
      permission: 'read_desk',
      params,
      answers: {
        200: { description: 'Every transition people can make from the present status', body: taskMoves },
      },
      problems: [404],
      handle: async ({ params: { id }, caller }) => {
        const items = await desk.listTaskMoves(id, caller);
        return ok({ status: (await tasks.read(id)).status, items: items.map(showMove) });
      },
    }),
    operation({
      method: 'post',
      path: '/v1/tasks/{id}/transitions',
      id: 'transitionTask',
      tag,
      summary: 'Assign, take, start, extend, pause or release a task',
      description:
        'Submitting is `POST /v1/tasks/{id}/verdict`; `submit` is answered here with 409 `decide_elsewhere` and the path as `at`.',
      permission: 'check',
      params,
      body: taskCommand,
      headers: { 'If-Match': 'The ETag of the task you read' },
      answers: whole,
      problems: [403, 404, 409, 412],
      handle: async ({ params: { id }, body, caller, request }) => {
        if (body.event === 'submit') {
          const [{ status }, items] = await Promise.all([tasks.read(id), desk.listTaskMoves(id, caller)]);
          throw refuseElsewhere({ status, items }, body.event);
        }
        await desk.moveTask(id, body, caller, (versions) => {
          requireMatch(request, entityTag('task', id, versions.task, versions.claim));
        });
        const moved = await tasks.read(id);
        return okRendered(moved.text, { ETag: tagOf(moved) });
      },
    }),
    operation({
      method: 'post',
      path: '/v1/tasks/{id}/priority',
      id: 'prioritizeTask',
      tag,
      summary: 'Give a task, and the claim it is about, another priority',
      permission: 'edit',
      params,
      body: prioritization,
      headers: { 'If-Match': 'The ETag of the task you read' },
      answers: whole,
      problems: [404, 409, 412],
      handle: async ({ params: { id }, body, caller, request }) => {
        await desk.prioritize(id, body, caller, (versions) => {
          requireMatch(request, entityTag('task', id, versions.task, versions.claim));
        });
        const changed = await tasks.read(id);
        return okRendered(changed.text, { ETag: tagOf(changed) });
      },
    }),
    operation({
      method: 'get',
      path: '/v1/tasks/{id}/draft',
      id: 'getDraft',
      tag,
      summary: 'The draft of a verdict, for whoever holds the task and for editors',
      permission: 'check',
      params,
      answers: {
        200: { description: 'The draft', body: draft },
        304: { description: 'Nothing has changed' },
      },
      problems: [403, 404],
      handle: async ({ params: { id }, caller, request }) => {
        const found = await tasks.readDraft(id, caller);
        return unlessMatched(request, draftTag(found), ok(found));
      },
    }),
    operation({
      method: 'put',
      path: '/v1/tasks/{id}/draft',
      id: 'updateDraft',
      tag,
      summary: 'Save the draft of a verdict',
      permission: 'check',
      params,
      body: draftInput,
      headers: { 'If-Match': 'Required: the ETag of the draft you are changing' },
      answers: { 200: { description: 'The draft', body: draft } },
      problems: [403, 404, 409, 412, 428],
      handle: async ({ params: { id }, body, caller, request }) => {
        const saved = await tasks.saveDraft(id, body, caller, (version) => {
          demandMatch(request, draftTag({ task: id, version }));
        });
        return ok(saved, { ETag: draftTag(saved) });
      },
    }),
  ];
}

const tagOf = ({ id, version, claimVersion }: TaskRow): string =>
  entityTag('task', id, version, claimVersion);

const draftTag = ({ task: id, version }: { task: string; version: number }): string =>
  entityTag('draft', id, version);
