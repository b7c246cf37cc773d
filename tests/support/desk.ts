/** The work of the desk in sentences. A step that does not go through fails the test that takes it. */
import type { Response } from 'supertest';
import { expect } from 'vitest';
import type { z } from 'zod';
import type * as claims from '../../src/resources/claims/claim-output.schema.js';
import type { task } from '../../src/resources/tasks/task.schema.js';
import type { verdict, VerdictInput } from '../../src/resources/verdicts/verdict.schema.js';
import type { TestIsnad, Person } from './test-runtime.js';

export type Claim = z.output<typeof claims.claim>;
export type ClaimSummary = z.output<typeof claims.claimSummary>;
export type ClaimState = z.output<typeof claims.claimState>;
export type Task = z.output<typeof task>;
export type Verdict = z.output<typeof verdict>;
export interface Page<Item> {
  items: Item[];
  next: string | null;
}

export const tagOf = (response: Response): string => String(response.headers['etag']);

function demand(response: Response, status: number): unknown {
  expect(response.status, JSON.stringify(response.body)).toBe(status);
  return response.body;
}

/** A body that must have come with 200. */
export const bodyOf = (response: Response): unknown => demand(response, 200);

/** What was just made. */
export const madeOf = (response: Response): unknown => demand(response, 201);

/** The answer to a request that is held until the workers have done their part. */
export async function whileWorking(isnad: TestIsnad, request: PromiseLike<Response>): Promise<Response> {
  const wait = { answered: false };
  const answer = request.then((response) => {
    wait.answered = true;
    return response;
  });
  while (!wait.answered) await isnad.work();
  return answer;
}

let sentences = 0;

/** A claim that no other test knows, on a sentence of an article of its own; its ref. */
export async function enterClaim(isnad: TestIsnad, more: object = {}): Promise<string> {
  const exact = `سيزور الوفد المدينة رقم ${String(++sentences)}`;
  const article = await isnad.as('checker').post('/v1/articles', {
    title: `Sentence ${String(sentences)}`,
    language: 'ar',
    text: `${exact}.`,
  });
  const { ref } = demand(article, 201) as { ref: string };
  const claim = { article: ref, kind: 'assertion', quote: { exact }, ...more };
  return (demand(await isnad.as('checker').post('/v1/claims', claim), 201) as Claim).ref;
}

export const move = (isnad: TestIsnad, person: Person, claim: string, command: object): Promise<Response> =>
  Promise.resolve(isnad.as(person).post(`/v1/claims/${claim}/transitions`, command));

export const moveTask = (
  isnad: TestIsnad,
  person: Person,
  { id }: Task,
  command: object,
): Promise<Response> => Promise.resolve(isnad.as(person).post(`/v1/tasks/${id}/transitions`, command));

export const prioritize = async (isnad: TestIsnad, claim: string, priority: string): Promise<Task> =>
  bodyOf(
    await moveTask(isnad, 'editor', await readTask(isnad, claim), { event: 'prioritize', priority }),
  ) as Task;

export const readClaim = async (
  isnad: TestIsnad,
  claim: string,
  person: Person = 'checker',
): Promise<Claim> => bodyOf(await isnad.as(person).get(`/v1/claims/${claim}`)) as Claim;

export const readStatus = async (isnad: TestIsnad, claim: string): Promise<ClaimState> =>
  bodyOf(await isnad.as('reader').get(`/v1/claims/${claim}/status`)) as ClaimState;

export const readVerdict = async (isnad: TestIsnad, id: string): Promise<Verdict> =>
  bodyOf(await isnad.as('editor').get(`/v1/verdicts/${id}`)) as Verdict;

/** The task on this claim that has not ended. */
export async function readTask(isnad: TestIsnad, claim: string): Promise<Task> {
  await isnad.work();
  const path = `/v1/claims/${claim}/tasks?status=open,assigned,in_progress,submitted`;
  const [live] = (bodyOf(await isnad.as('editor').get(path)) as Page<Task>).items;
  if (!live) throw new Error(`${claim} has no task under way`);
  return live;
}

export async function acceptClaim(isnad: TestIsnad, claim: string, more: object = {}): Promise<void> {
  bodyOf(await move(isnad, 'editor', claim, { event: 'accept', ...more }));
  await isnad.work();
}

export async function takeTask(isnad: TestIsnad, claim: string, person: Person = 'checker'): Promise<Task> {
  return bodyOf(await moveTask(isnad, person, await readTask(isnad, claim), { event: 'take' })) as Task;
}

/** Accepted, taken, and begun by this person. */
export async function startReview(
  isnad: TestIsnad,
  claim: string,
  person: Person = 'checker',
): Promise<Task> {
  await acceptClaim(isnad, claim);
  return startTask(isnad, claim, person);
}

/** Takes and begins what the claim waits for. */
export async function startTask(isnad: TestIsnad, claim: string, person: Person = 'checker'): Promise<Task> {
  const task = await takeTask(isnad, claim, person);
  return bodyOf(await moveTask(isnad, person, task, { event: 'start' })) as Task;
}

/** A verdict that can be recorded on most claims. */
export const verdictBody = (
  veracity = 'false',
  more: Partial<Record<keyof VerdictInput, unknown>> = {},
): object => ({
  findings: { attribution: 'confirmed', fidelity: 'faithful', veracity },
  rationale: { en: 'Because of what was found.' },
  ...more,
});

/** Submits a verdict from a task that was begun, and has it recorded; the verdict as the desk sees it. */
export async function submitVerdict(
  isnad: TestIsnad,
  { id }: Task,
  person: Person = 'checker',
  body = verdictBody(),
): Promise<Verdict> {
  const taken = await isnad.as(person).post(`/v1/tasks/${id}/verdict`, body);
  // A worker that runs beside may have recorded it before the answer was made.
  const { id: verdict } = demand(taken, taken.status === 201 ? 201 : 202) as Verdict;
  await isnad.work();
  return readVerdict(isnad, verdict);
}

/** From a submitted claim to a verdict that awaits approval. */
export async function proposeVerdict(
  isnad: TestIsnad,
  claim: string,
  { author = 'checker', body = verdictBody() }: { author?: Person; body?: object } = {},
): Promise<Verdict> {
  return submitVerdict(isnad, await startReview(isnad, claim, author), author, body);
}

/** Events name members by their ids: a ref can be erased. */
export const memberIdOf = async (isnad: TestIsnad, ref: string): Promise<string> =>
  (await isnad.store.db.member.findUniqueOrThrow({ where: { ref }, select: { id: true } })).id;

/** The edition that awaits approval, as the desk reads it; nothing where there is none. */
export async function readProposed(isnad: TestIsnad, { id }: { id: string }): Promise<{ edition?: string }> {
  const read = await isnad.as('editor').get(`/v1/verdicts/${id}/edition`);
  return read.status === 200 ? { edition: (read.body as { digest: string }).digest } : {};
}

/** Decides on the edition as it is at this moment. */
export async function decide(
  isnad: TestIsnad,
  person: Person,
  verdict: { id: string },
  decision: 'approve' | 'return' | 'withdraw' | 'break_glass' | 'confirm',
  body?: object,
): Promise<Response> {
  const read = decision === 'withdraw' ? {} : await readProposed(isnad, verdict);
  return isnad
    .as(person)
    .post(`/v1/verdicts/${verdict.id}/transitions`, { event: decision, ...read, ...body });
}

/** From a submitted claim to a published verdict. */
export async function publishVerdict(
  isnad: TestIsnad,
  claim: string,
  more: { author?: Person; body?: object } = {},
): Promise<Verdict> {
  const verdict = await proposeVerdict(isnad, claim, more);
  return bodyOf(await decide(isnad, 'editor2', verdict, 'approve')) as Verdict;
}
