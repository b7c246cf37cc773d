/** Webhooks in sentences. */
import { expect } from 'vitest';
import type { z } from 'zod';
import { sequence } from '../../src/delivery/feed/relay.js';
import type { createdWebhook, Delivery, Webhook } from '../../src/delivery/webhooks/webhook.schema.js';
import { bodyOf, type Page } from './desk.js';
import type { Receiver } from './hook-receiver.js';
import type { TestIsnad, Person } from './test-runtime.js';

export type CreatedWebhook = z.output<typeof createdWebhook>;

/** A webhook that calls this receiver, which knows its secret. */
export async function subscribe(
  isnad: TestIsnad,
  receiver: Pick<Receiver, 'url' | 'trust'>,
  { as = 'reader', ...more }: { as?: Person; [field: string]: unknown } = {},
): Promise<CreatedWebhook> {
  await relay(isnad);
  const response = await isnad.as(as).post('/v1/webhooks', { url: receiver.url, ...more });
  expect(response.status, JSON.stringify(response.body)).toBe(201);
  const made = response.body as CreatedWebhook;
  receiver.trust(made.secret);
  return made;
}

export const readWebhook = async (isnad: TestIsnad, { id }: { id: string }): Promise<Webhook> =>
  bodyOf(await isnad.as('admin').get(`/v1/webhooks/${id}`)) as Webhook;

export const readDeliveries = async (
  isnad: TestIsnad,
  { id }: { id: string },
  query = '',
): Promise<Delivery[]> =>
  (bodyOf(await isnad.as('admin').get(`/v1/webhooks/${id}/deliveries?limit=200${query}`)) as Page<Delivery>)
    .items;

/** What the relay does, until every event has its place. */
export async function relay(isnad: TestIsnad): Promise<void> {
  while ((await sequence(isnad.store)) !== 'idle');
}

/** What relay and workers do, until nothing is owed. */
export async function deliverAll(isnad: TestIsnad): Promise<void> {
  await relay(isnad);
  await isnad.work();
  await relay(isnad);
  await isnad.work();
}

/** An event that belongs to no claim. */
export async function happen(isnad: TestIsnad, name: string): Promise<string> {
  const response = await isnad
    .as('checker')
    .post('/v1/sources', { kind: 'person', name, names: [{ language: 'en', text: name }] });
  expect(response.status, JSON.stringify(response.body)).toBe(201);
  return (response.body as { id: string }).id;
}
