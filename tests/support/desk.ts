/** The work of the desk in sentences. A step that does not go through fails the test that takes it. */
import type { Response } from 'supertest';
import { expect } from 'vitest';
import type { z } from 'zod';
import type * as claims from '../../src/resources/claims/claim-output.schema.js';
import type { task } from '../../src/resources/tasks/task.schema.js';
import type { verdict, VerdictInput } from '../../src/resources/verdicts/verdict.schema.js';
import type { House, Person } from './test-runtime.js';

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

/** The answer to a request that is held until the workers have done their part. */
export async function whileWorking(house: House, request: PromiseLike<Response>): Promise<Response> {
  const wait = { answered: false };
  const answer = request.then((response) => {
    wait.answered = true;
    return response;
  });
  while (!wait.answered) await house.work();
  return answer;
}

let sentences = 0;

/** A claim that no other test knows, on a sentence of an article of its own; its ref. */
export async function enterClaim(house: House, more: object = {}): Promise<string> {
  const exact = `سيزور الوفد المدينة رقم ${String(++sentences)}`;
  const article = await house.as('checker').post('/v1/articles', {
    title: `Sentence ${String(sentences)}`,
    language: 'ar',
    text: `${exact}.`,
  });
  const { ref } = demand(article, 201) as { ref: string };
  const claim = { article: ref, kind: 'assertion', quote: { exact }, ...more };
  return (demand(await house.as('checker').post('/v1/claims', claim), 201) as Claim).ref;
}

export const move = (house: House, person: Person, claim: string, command: object): Promise<Response> =>
  Promise.resolve(house.as(person).post(`/v1/claims/${claim}/transitions`, command));

export const moveTask = (house: House, person: Person, { id }: Task, command: object): Promise<Response> =>
  Promise.resolve(house.as(person).post(`/v1/tasks/${id}/transitions`, command));

export const readClaim = async (house: House, claim: string, person: Person = 'checker'): Promise<Claim> =>
  bodyOf(await house.as(person).get(`/v1/claims/${claim}`)) as Claim;

export const readStatus = async (house: House, claim: string): Promise<ClaimState> =>
  bodyOf(await house.as('reader').get(`/v1/claims/${claim}/status`)) as ClaimState;

export const readVerdict = async (house: House, id: string): Promise<Verdict> =>
  bodyOf(await house.as('editor').get(`/v1/verdicts/${id}`)) as Verdict;

/** The task on this claim that has not ended. */
export async function readTask(house: House, claim: string): Promise<Task> {
  await house.work();
  const path = `/v1/claims/${claim}/tasks?state=open,assigned,in_progress,submitted`;
  const [live] = (bodyOf(await house.as('editor').get(path)) as Page<Task>).items;
  if (!live) throw new Error(`${claim} has no task under way`);
  return live;
}

export async function acceptClaim(house: House, claim: string, more: object = {}): Promise<void> {
  bodyOf(await move(house, 'editor', claim, { event: 'accept', ...more }));
  await house.work();
}

export async function takeTask(house: House, claim: string, person: Person = 'checker'): Promise<Task> {
  return bodyOf(await moveTask(house, person, await readTask(house, claim), { event: 'take' })) as Task;
}

/** Accepted, taken, and begun by this person. */
export async function startReview(house: House, claim: string, person: Person = 'checker'): Promise<Task> {
  await acceptClaim(house, claim);
  return startTask(house, claim, person);
}

/** Takes and begins what the claim waits for. */
export async function startTask(house: House, claim: string, person: Person = 'checker'): Promise<Task> {
  const task = await takeTask(house, claim, person);
  return bodyOf(await moveTask(house, person, task, { event: 'start' })) as Task;
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
  house: House,
  { id }: Task,
  person: Person = 'checker',
  body = verdictBody(),
): Promise<Verdict> {
  const taken = demand(await house.as(person).post(`/v1/tasks/${id}/verdict`, body), 202) as Verdict;
  await house.work();
  return readVerdict(house, taken.id);
}

/** From a submitted claim to a verdict that awaits approval. */
export async function proposeVerdict(
  house: House,
  claim: string,
  { author = 'checker', body = verdictBody() }: { author?: Person; body?: object } = {},
): Promise<Verdict> {
  return submitVerdict(house, await startReview(house, claim, author), author, body);
}

export const decide = (
  house: House,
  person: Person,
  verdict: Verdict,
  decision: 'approve' | 'return' | 'withdraw',
  body?: object,
): Promise<Response> =>
  Promise.resolve(house.as(person).post(`/v1/verdicts/${verdict.id}/${decision}`, body));

/** From a submitted claim to a published verdict. */
export async function publishVerdict(
  house: House,
  claim: string,
  more: { author?: Person; body?: object } = {},
): Promise<Verdict> {
  const verdict = await proposeVerdict(house, claim, more);
  return bodyOf(await decide(house, 'editor2', verdict, 'approve')) as Verdict;
}
