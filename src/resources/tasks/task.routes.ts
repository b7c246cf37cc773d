import { z } from 'zod';
import { taskCommand } from '../../workflow/command.schema.js';
import type { Workflow } from '../../workflow/workflow.service.js';
import {
  requireIfMatch,
  entityTag,
  requireMatch,
  withVersionTag,
  replyOr304,
  taggedReplyOr304,
} from '../../platform/http/conditional.js';
import { taskMoveProblems } from '../../workflow/move-problems.js';
import { Failure } from '../../platform/errors.js';
import { answerPage } from '../../platform/http/list-query.js';
import {
  ok,
  okRendered,
  operationsTagged,
  shows,
  type Answer,
  type Operation,
} from '../../platform/http/route.js';
import { idParams, pageOf, uuid } from '../../platform/http/schema.js';
import { elsewhereFailure, showMoves, spoken } from '../../platform/http/transitions.js';
import { draftInput } from '../verdicts/verdict.schema.js';
import { taskQuery } from './task-list.schema.js';
import type { TaskRow } from './task.queries.js';
import { draft, nextInput, takenTask, task, taskMoves } from './task.schema.js';
import type { TaskService } from './task.service.js';

const operation = operationsTagged('Tasks');
const params = z.strictObject({ id: uuid });
const whole: Record<number, Answer> = { 200: { description: 'The task', body: task, tagged: true } };
const page = {
  200: { description: 'A page of tasks', body: pageOf(task) },
  304: { description: 'Nothing has changed' },
};

export function taskOperations({ tasks, workflow }: { tasks: TaskService; workflow: Workflow }): Operation[] {
  return [
    operation('GET /v1/tasks', {
      id: 'listTasks',
      polled: true,
      summary: 'List review tasks, oldest first',
      description:
        'Filters take several values, repeated or separated by commas, all but flags and moments. `unassigned` and `overdue` find what an editor looks for first.',
      permission: 'read_desk',
      query: taskQuery,
      answers: page,
      handle: async ({ query, caller, request }) => answerPage(request, await tasks.list(query, caller)),
    }),
    operation('GET /v1/claims/{id}/tasks', {
      id: 'listClaimTasks',
      summary: 'All tasks a claim has had',
      description: 'Every round of every stage, ended ones too, oldest first. One of them at most is live.',
      permission: 'read_desk',
      params: idParams,
      query: taskQuery,
      answers: page,
      problems: ['claim_not_found'],
      handle: async ({ params: { id }, query, caller, request }) =>
        answerPage(request, await tasks.listOfClaim(id, query, caller)),
    }),
    operation('POST /v1/tasks/next', {
      id: 'takeNextTask',
      summary: 'Take the task you should work on next',
      description:
        'By priority, your topics and age, in your languages. Two who ask at once never get the same task. The task is yours (`assigned`) until you release it; with `start` it is `in_progress` at once. It comes with its draft, which an earlier holder or round may have begun, so that one request is enough to write on. You are offered nothing while you are away, nor both sides of one verdict; with as many tasks as you may hold, the answer is 409 `wip_limit_reached`.',
      permission: 'check',
      body: nextInput,
      bodyOptional: true,
      answers: {
        200: { description: 'The task, with its draft', body: takenTask, headers: { Location: 'The task' } },
        204: { description: 'There is nothing to do, or you are away' },
      },
      problems: ['wip_limit_reached'],
      handle: async ({ body, caller }) => {
        const next = await tasks.takeNext(caller, body);
        if (!next) return { status: 204 };
        const { id, text, draft, draftVersion: version } = next;
        const shown = JSON.parse(text) as object;
        return ok(
          { ...shown, draft, draftTag: draftTag({ task: { id }, version }) },
          { Location: `/v1/tasks/${id}` },
        );
      },
    }),
    operation('GET /v1/tasks/{id}', {
      id: 'getTask',
      polled: true,
      summary: 'One review task',
      description:
        'Its stage and round, who holds it until when, and which clocks run. The draft is a resource of its own.',
      permission: 'read_desk',
      params,
      answers: { ...whole, 304: { description: 'Nothing has changed' } },
      problems: ['task_not_found'],
      handle: async ({ params: { id }, request }) => {
        const found = await tasks.read(id);
        return taggedReplyOr304(request, tagOf(found), okRendered(found.text));
      },
    }),
    operation('GET /v1/tasks/{id}/transitions', {
      id: 'listTaskTransitions',
      summary: 'What this caller may do with the task now, and why not the rest',
      description:
        'Made from the same table that judges the move itself. `submit` is made by `POST /v1/tasks/{id}/verdict`, which stands in `at`.',
      permission: 'read_desk',
      params,
      answers: {
        200: { description: 'Every transition people can make from the present status', body: taskMoves },
      },
      problems: ['task_not_found'],
      handle: async ({ params: { id }, caller, language }) =>
        ok(showMoves(await workflow.listTaskMoves(id, caller), language), spoken),
    }),
    operation('POST /v1/tasks/{id}/transitions', {
      id: 'transitionTask',
      summary: 'Assign, take, start, extend, pause, release or prioritize a task',
      description:
        'Who takes a task can begin it in the same step: `{"event": "take", "start": true}`. With `prioritize` the claim, and each later task of it, gets the new priority too; the clock that runs goes by the policy for it, from when it began. Submitting is `POST /v1/tasks/{id}/verdict`; `submit` is answered here with 409 `decide_elsewhere` and the path as `at`.',
      permission: 'check',
      params,
      body: taskCommand,
      headers: { 'If-Match': 'The ETag of the task you read' },
      answers: whole,
      problems: ['task_not_found', ...taskMoveProblems, 'decide_elsewhere', 'stale'],
      handle: async ({ params: { id }, body, caller, request }) => {
        if (body.event === 'submit') {
          throw elsewhereFailure(await workflow.listTaskMoves(id, caller), body.event);
        }
        await workflow.moveTask(id, body, caller, (versions) => {
          requireMatch(request, entityTag('task', id, versions.task, versions.claim));
        });
        const moved = await tasks.read(id);
        return withVersionTag(tagOf(moved), okRendered(moved.text));
      },
    }),
    operation('GET /v1/tasks/{id}/draft', {
      id: 'getDraft',
      summary: 'The draft of a verdict, for whoever holds the task and for editors',
      description:
        'What has been written so far, whole or not; empty at first. A draft is passed on with the task, and comes back when a verdict is returned.',
      permission: 'check',
      params,
      answers: shows('The draft', draft),
      problems: ['task_not_found', 'not_the_holder'],
      handle: async ({ params: { id }, caller, request }) => {
        const found = await tasks.readDraft(id, caller);
        return replyOr304(request, draftTag(found), ok(found));
      },
    }),
    operation('PUT /v1/tasks/{id}/draft', {
      id: 'updateDraft',
      summary: 'Save the draft of a verdict',
      description:
        'The whole draft is replaced. It may be incomplete: only its form is checked. 412 after another change of it, with the present `draft` and its ETag as `current`. It renews the lease of the task. Whoever writes in a draft stands on the writing side of the verdict.',
      permission: 'check',
      params,
      body: draftInput,
      headers: { 'If-Match': 'Required: the ETag of the draft you are changing' },
      answers: { 200: { description: 'The draft', body: draft, tagged: true } },
      problems: [
        'task_not_found',
        'not_the_holder',
        'no_verdict_here',
        'own_decision',
        'changed_meanwhile',
        'stale',
        'precondition_required',
      ],
      handle: async ({ params: { id }, body, caller, request }) => {
        const saved = await tasks
          .saveDraft(id, body, caller, (version) => {
            requireIfMatch(request, draftTag({ task: { id }, version }));
          })
          .catch(async (error: unknown) => {
            if (!(error instanceof Failure) || error.code !== 'stale') throw error;
            throw withDraft(error, await tasks.readDraft(id, caller));
          });
        return ok(saved, { ETag: draftTag(saved) });
      },
    }),
  ];
}

const tagOf = ({ id, version, claimVersion }: TaskRow): string =>
  entityTag('task', id, version, claimVersion);

/** What both wrote is at hand where it is merged: no other request comes in between. */
const withDraft = (
  { kind, message, details }: Failure,
  now: { task: { id: string }; version: number; draft: object | null },
): Failure => new Failure(kind, message, { ...details, extra: { current: draftTag(now), draft: now.draft } });

const draftTag = ({ task: { id }, version }: { task: { id: string }; version: number }): string =>
  entityTag('draft', id, version);
