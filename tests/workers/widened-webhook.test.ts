/** What a webhook asks for may change while it is called. */
import { afterAll, beforeAll, expect, it } from 'vitest';
import { anyVersion } from '../support/api.js';
import { bodyOf } from '../support/desk.js';
import { startReceiver } from '../support/hook-receiver.js';
import { createIsnad, type TestIsnad } from '../support/test-runtime.js';
import { deliverAll, happen, readWebhook, relay, subscribe } from '../support/webhooks.js';

let isnad: TestIsnad;
beforeAll(async () => {
  isnad = await createIsnad();
});
afterAll(() => isnad.close());

it('a webhook that asks for more in the middle of a run is sent what happens from then on', async () => {
  const receiver = await startReceiver(async ({ event }) => {
    if (event.type !== 'source.created') return 204;
    // Its types are widened, and what it asks for now happens, while the run goes on by the old ones.
    const types = ['source.created', 'source.changed'];
    bodyOf(await isnad.as('reader').patch(`/v1/webhooks/${hook.id}`, { types }, anyVersion));
    bodyOf(
      await isnad
        .as('checker')
        .patch(`/v1/${event.subject}`.replace('source/', 'sources/'), { note: 'Later' }),
    );
    await relay(isnad);
    return 204;
  });
  const hook = await subscribe(isnad, receiver, { types: ['source.created'] });
  const id = await happen(isnad, 'Asked for first');
  await deliverAll(isnad);
  const received = receiver.all.map(({ event }) => [event.type, event.subject]);
  expect(received).toEqual([
    ['source.created', `source/${id}`],
    ['source.changed', `source/${id}`],
  ]);
  expect((await readWebhook(isnad, hook)).progress.behind).toBe(0);
  await receiver.close();
});
