import type { Response } from 'supertest';

/** What the tests look at in an answer; supertest gives bodies without a type. */
export interface Problem {
  code: string;
  detail: string;
  errors?: { in: string; pointer: string; message: string }[];
}

export const problemOf = (response: Response): Problem => response.body as Problem;

/** The pointers of all invalid fields, in order. */
export const faultsOf = (response: Response): string[] =>
  (problemOf(response).errors ?? []).map(({ pointer }) => pointer).sort();
