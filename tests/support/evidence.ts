/** Evidence and its captures in sentences. A step that does not go through fails the test that takes it. */
import { expect } from 'vitest';
import type { z } from 'zod';
import type * as output from '../../src/resources/evidence/evidence.schema.js';
import { bodyOf } from './desk.js';
import type { House } from './test-runtime.js';

export type Evidence = z.output<typeof output.evidence>;
export type Capture = z.output<typeof output.capture>;

export async function addEvidence(house: House, claim: string, url: string): Promise<Evidence> {
  const response = await house.as('checker').post(`/v1/claims/${claim}/evidence`, { url, stance: 'for' });
  expect(response.status, JSON.stringify(response.body)).toBe(201);
  return response.body as Evidence;
}

export const listEvidence = async (house: House, claim: string): Promise<Evidence[]> =>
  (bodyOf(await house.as('reader').get(`/v1/claims/${claim}/evidence`)) as { items: Evidence[] }).items;

export const listCaptures = async (house: House, evidence: string): Promise<Capture[]> =>
  (bodyOf(await house.as('reader').get(`/v1/evidence/${evidence}/captures`)) as { items: Capture[] }).items;

export const readCapture = async (house: House, id: string): Promise<Capture> =>
  bodyOf(await house.as('reader').get(`/v1/captures/${id}`)) as Capture;

/** Asks for a capture, has it made, and gives back what came of it. */
export async function captureAgain(house: House, evidence: string): Promise<Capture> {
  const response = await house.as('checker').post(`/v1/evidence/${evidence}/captures`);
  expect(response.status, JSON.stringify(response.body)).toBe(202);
  await house.work();
  const [newest] = await listCaptures(house, evidence);
  if (!newest) throw new Error('nothing came of it');
  return newest;
}
