import type { Actor } from '../../domain/access/rules.js';
import { keyRevoked, ownerInactive, type Ending } from '../../domain/delivery/ending.js';
import type { NewEvent } from '../../domain/event/types.js';
import type { Tx } from '../../platform/db/client.js';
import { appendEvents } from '../../workflow/events/events.repository.js';
import { disableAll, giveToKey, type WebhookRef, type Whose } from './owner.repository.js';

/** What becomes of webhooks when their member or key does not go on: in the transaction in which that is decided. */
interface FollowOwners {
  keyRevoked: (tx: Tx, actor: Actor, keyId: string) => Promise<void>;
  memberEnded: (tx: Tx, actor: Actor, memberId: string) => Promise<void>;
  keyReplaced: (tx: Tx, actor: Actor, keys: { from: string; to: string }) => Promise<void>;
}

export const followOwners: FollowOwners = {
  keyRevoked: (tx, actor, keyId) => end(tx, actor, { keyId }, keyRevoked),
  memberEnded: (tx, actor, memberId) => end(tx, actor, { memberId }, ownerInactive),
  keyReplaced: async (tx, actor, { from, to }) => {
    const moved = await giveToKey(tx, from, to);
    await appendEvents(
      tx,
      actor,
      moved.map((one) => eventOfWebhook(one, 'webhook.handed_on', { key: to })),
    );
  },
};

async function end(tx: Tx, actor: Actor, whose: Whose, ending: Ending): Promise<void> {
  const ended = await disableAll(tx, whose, ending);
  await appendEvents(
    tx,
    actor,
    ended.map((one) => eventOfWebhook(one, 'webhook.disabled', { ...ending })),
  );
}

/** Where it called, and for whom, stands in every event: the webhook itself may be gone when somebody asks. */
export const eventOfWebhook = (
  { id, url, owner }: WebhookRef,
  type: NewEvent['type'],
  data: Record<string, unknown> = {},
): NewEvent => ({ type, subject: { type: 'webhook', id }, data: { url, owner, ...data } });
