import { z } from 'zod';
import type { Caller } from '../../domain/access/rules.js';
import type { Language } from '../../domain/text/languages.js';
import { verdictCommand } from '../../workflow/command.schema.js';
import { previewProblems, submitProblems, verdictMoveProblems } from '../../workflow/move-problems.js';
import { Failure } from '../../platform/errors.js';
import {
  requireIfMatch,
  requireMatch,
  entityTag,
  namedByIfMatch,
  requireMatchOfAny,
  withVersionTag,
  taggedReplyOr304,
} from '../../platform/http/conditional.js';
import { preferenceApplied, preferredWait, prefersAsync } from '../../platform/http/prefer.js';
import {
  ok,
  okRendered,
  operationsTagged,
  shows,
  type Answer,
  type Operation,
  type Reply,
} from '../../platform/http/route.js';
import { answerPage } from '../../platform/http/list-query.js';
import { idParams, pageOf, uuid } from '../../platform/http/schema.js';
import { elsewhereFailure, showMoves, spoken } from '../../platform/http/transitions.js';
import {
  previewInput,
  verdict,
  verdictInput,
  verdictMoves,
  verdictPatch,
  verdictPreview,
} from './verdict.schema.js';
import { verdictQuery } from './verdict-list.schema.js';
import type { VerdictReader } from './verdict-reader.service.js';
import type { VerdictService } from './verdict.service.js';
import { sayIn } from '../../domain/arabic/in-arabic.js';

const operation = operationsTagged('Verdicts');
const params = z.strictObject({ id: uuid });
const whole: Record<number, Answer> = { 200: { description: 'The verdict', body: verdict, tagged: true } };
const follow = { Location: 'Where the verdict can be followed' };
const soon = { 'Retry-After': 'How many seconds to wait before it is looked at again' };

const tagOf = (id: string, version: number): string => entityTag('verdict', id, version);

interface Deps {
  verdicts: VerdictService;
  verdictReader: VerdictReader;
}

export function verdictOperations({ verdicts, verdictReader }: Deps): Operation[] {
  const show = async (id: string, caller: Caller, language: Language): Promise<Reply> => {
    const { text, version } = await verdictReader.read(id, caller, language);
    return withVersionTag(tagOf(id, version), okRendered(text, spoken));
  };

  return [
    operation('POST /v1/tasks/{id}/verdict', {
      id: 'submitVerdict',
      summary: 'Submit the verdict that a review or correction task asks for',
      description:
        'Durable once answered. A worker then records or refuses it: the answer is 202 and `Location` leads to what becomes of it. With `Prefer: wait=N` the answer waits for that, and is 201 with the recorded verdict, the refusal, or 202 where the time was up.',
      permission: 'check',
      params,
      body: verdictInput,
      headers: {
        Prefer:
          '`wait=N`: wait up to N seconds (30 at most) for the recorded result. `respond-async` is what happens without it',
        'If-Match':
          'The ETag of the task or of the draft you read: refused with 412 when the task or its claim, or the draft, has changed since',
      },
      answers: {
        201: { description: 'The recorded verdict', body: verdict, headers: follow },
        202: { description: 'Accepted; not recorded yet', body: verdict, headers: { ...follow, ...soon } },
      },
      problems: ['task_not_found', ...submitProblems],
      handle: async ({ params: { id: taskId }, body, caller, request, rights }) => {
        const id = await verdicts.submit(taskId, body, caller, (versions) => {
          requireMatchOfAny(request, [
            entityTag('task', taskId, versions.task, versions.claim),
            entityTag('draft', taskId, versions.draft),
          ]);
        });
        const wait = preferredWait(request);
        const result = await verdicts.settled(id, { caller, rights }, wait);
        const location = `/v1/verdicts/${id}`;
        if (result.status === 'refused') throw refusedFailure(result.problem ?? {}, location);
        const queued = result.status === 'submitted';
        const headers = {
          Location: location,
          ...preferenceApplied(wait, queued && prefersAsync(request)),
          ...(queued && { 'Retry-After': '1' }),
        };
        return { ...okRendered(result.text, headers), status: queued ? 202 : 201 };
      },
    }),
    operation('POST /v1/tasks/{id}/verdict/preview', {
      id: 'previewVerdict',
      summary: 'What would become of a verdict, without submitting it',
      description:
        'What it would be refused for, what it would wait for, what the approver will be warned of, and which ratings it clashes with, each with a pointer to the field. It may be incomplete: what is missing is among the faults. Nothing is kept.',
      permission: 'check',
      readsOnly: true,
      params,
      body: previewInput,
      answers: { 200: { description: 'What would become of it', body: verdictPreview } },
      problems: ['task_not_found', ...previewProblems],
      handle: async ({ params: { id }, body, caller, language }) => {
        const { faults, warnings, ...preview } = await verdicts.preview(id, body, caller);
        const say = <Told extends { message: string }>(told: Told): Told => ({
          ...told,
          message: sayIn(language, told.message),
        });
        return ok({ ...preview, faults: faults.map(say), warnings: warnings.map(say) }, spoken);
      },
    }),
    operation('GET /v1/verdicts/{id}', {
      id: 'getVerdict',
      polled: true,
      summary: 'One verdict; outside the desk, one that is or was published',
      description:
        'The findings, the rationale in every language it was written in, the evidence with the captures it rests on, the provisions cited, and who wrote and approved it. A verdict under way is seen by the desk only.',
      permission: 'read',
      params,
      answers: { ...whole, 304: { description: 'Nothing has changed' } },
      problems: ['verdict_not_found'],
      handle: async ({ params: { id }, caller, request, language }) => {
        const found = await verdictReader.read(id, caller, language);
        return taggedReplyOr304(request, tagOf(id, found.version), okRendered(found.text, spoken));
      },
    }),
    operation('GET /v1/claims/{id}/verdicts', {
      id: 'listClaimVerdicts',
      summary: 'All verdicts on a claim, old revisions included',
      description:
        'Oldest first. Outside the desk only what is or was published; each revision stays readable after a correction.',
      permission: 'read',
      params: idParams,
      query: verdictQuery,
      answers: shows('A page, in the order of submission', pageOf(verdict)),
      problems: ['claim_not_found'],
      handle: async ({ params: { id }, query, caller, request, language }) => {
        const listed = await verdictReader.list(id, query, caller, language);
        return answerPage(request, listed, spoken);
      },
    }),
    operation('GET /v1/verdicts/{id}/transitions', {
      id: 'listVerdictTransitions',
      summary: 'What this caller may do with the verdict now, and why not the rest',
      description:
        'Made from the same table that judges the move itself. Whoever wrote any of the verdict reads here why they do not decide on it.',
      permission: 'read_desk',
      params,
      answers: {
        200: { description: 'Every move people can make from the present status', body: verdictMoves },
      },
      problems: ['verdict_not_found'],
      handle: async ({ params: { id }, caller, language }) =>
        ok(showMoves(await verdicts.listMoves(id, caller), language), spoken),
    }),
    operation('POST /v1/verdicts/{id}/transitions', {
      id: 'transitionVerdict',
      summary: 'Decide on a verdict: approve, return or withdraw it, break the glass, or confirm that',
      description:
        '`approve` publishes a verdict somebody else wrote; `return` gives it back to its author with a note; `withdraw` takes back your own; `break_glass` asks for it to be published although somebody else holds its approval, with a reason and a second person, and is refused while another such decision on the same edition waits to be confirmed; `confirm`, by that person, publishes it. Retracting what is published is a move of the claim.',
      permission: 'check',
      params,
      body: verdictCommand,
      headers: {
        'If-Match':
          'The digest of the edition you read: the ETag of `…/edition`. Of `withdraw`: the ETag of the verdict you read',
      },
      answers: whole,
      problems: ['verdict_not_found', ...verdictMoveProblems, 'decide_elsewhere', 'stale'],
      handle: async ({ params: { id }, body, caller, request, language }) => {
        if (body.event === 'retract') {
          throw elsewhereFailure(await verdicts.listMoves(id, caller), body.event);
        }
        if (body.event === 'withdraw') {
          await verdicts.decide(id, body, caller, (version) => {
            requireMatch(request, tagOf(id, version));
          });
        } else await verdicts.decide(id, withEdition(body, namedByIfMatch(request)), caller);
        return show(id, caller, language);
      },
    }),
    operation('PATCH /v1/verdicts/{id}', {
      id: 'updateVerdict',
      summary: 'Edit a verdict that awaits approval',
      description:
        'For its author and for editors; whoever edits it cannot approve it. It is checked again like a new one, and its approval goes back to the pool.',
      permission: 'check',
      params,
      body: verdictPatch,
      headers: { 'If-Match': 'The ETag of the verdict you read; it is needed' },
      answers: whole,
      problems: [
        'verdict_not_found',
        'illegal_move',
        'not_the_author',
        'own_decision',
        'nobody_left_to_decide',
        'unknown_reference',
        'verdict_refused',
        'changed_meanwhile',
        'stale',
        'precondition_required',
      ],
      handle: async ({ params: { id }, body, caller, request, language }) => {
        await verdicts.edit(id, body, caller, (version) => {
          requireIfMatch(request, tagOf(id, version));
        });
        return show(id, caller, language);
      },
    }),
  ];
}

/** The edition that is decided on is what `If-Match` names, or stands in the body. */
const withEdition = <Body extends { event: string; edition?: string | undefined }>(
  body: Body,
  named: string | undefined,
): Body => (named === undefined ? body : { ...body, edition: named });

/** The caller waited, so the refusal is the answer. */
function refusedFailure(problem: Record<string, unknown>, location: string): Failure {
  return new Failure('unprocessable', String(problem['detail']), {
    code: 'verdict_refused',
    faults: problem['errors'] as never,
    extra: { location, reasons: problem['reasons'] },
  });
}
