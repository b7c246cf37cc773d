/** Evidence and its captures in sentences. A step that does not go through fails the test that takes it. */
import { expect } from 'vitest';
import type { z } from 'zod';
import type * as output from '../../src/resources/evidence/evidence.schema.js';
import { bodyOf } from './desk.js';
import type { Person, TestIsnad } from './test-runtime.js';

type Evidence = z.output<typeof output.evidence>;
export type Capture = z.output<typeof output.capture>;

export async function addEvidence(
  isnad: TestIsnad,
  claim: string,
  url: string,
  person: Person = 'checker',
): Promise<Evidence> {
  const response = await isnad.as(person).post(`/v1/claims/${claim}/evidence`, { url, stance: 'for' });
  expect(response.status, JSON.stringify(response.body)).toBe(201);
  return response.body as Evidence;
}

export const listEvidence = async (isnad: TestIsnad, claim: string): Promise<Evidence[]> =>
  (bodyOf(await isnad.as('editor').get(`/v1/claims/${claim}/evidence`)) as { items: Evidence[] }).items;

export const listCaptures = async (isnad: TestIsnad, evidence: string): Promise<Capture[]> =>
  (bodyOf(await isnad.as('editor').get(`/v1/evidence/${evidence}/captures`)) as { items: Capture[] }).items;

export const readCapture = async (isnad: TestIsnad, id: string): Promise<Capture> =>
  bodyOf(await isnad.as('editor').get(`/v1/captures/${id}`)) as Capture;

/** Asks for a capture, has it made, and gives back what came of it. */
export async function captureAgain(
  isnad: TestIsnad,
  evidence: string,
  person: Person = 'checker',
): Promise<Capture> {
  const response = await isnad.as(person).post(`/v1/evidence/${evidence}/captures`);
  expect(response.status, JSON.stringify(response.body)).toBe(202);
  await isnad.work();
  const [newest] = await listCaptures(isnad, evidence);
  if (!newest) throw new Error('nothing came of it');
  return newest;
}
