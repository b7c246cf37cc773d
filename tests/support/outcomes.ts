/** What became of a request, in a word; and what somebody is told beforehand about a move. */
import type { Response } from 'supertest';
import { problemOf } from './bodies.js';
import { bodyOf } from './desk.js';
import type { Person, TestIsnad } from './test-runtime.js';

export const done = [200, 'done'];

/** The status, and the problem's code where there is one. */
export const outcomeOf = async (answer: Response | PromiseLike<Response>): Promise<[number, string]> => {
  const response = await answer;
  return [response.status, response.status < 300 ? 'done' : problemOf(response).code];
};

interface Moves {
  items: { event: string; allowed: boolean; why: string | null }[];
}

/** Whether this person may make the move, and why not. */
export const explained = async (isnad: TestIsnad, person: Person, path: string, event: string) => {
  const { items } = bodyOf(await isnad.as(person).get(`${path}/transitions`)) as Moves;
  const found = items.find((one) => one.event === event);
  return [found?.allowed, found?.why];
};
