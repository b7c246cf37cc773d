import { may, type Caller } from '../../domain/access/rules.js';
import { endingOf } from '../../domain/delivery/ending.js';
import {
  listWebhookMoves,
  webhookTable,
  type WebhookMoveName,
  type WebhookStatus,
} from '../../domain/delivery/webhook.js';
import type { Store } from '../../platform/db/transaction.js';
import { refusalOf } from '../../domain/problem/refusal.js';
import { Failure, failureOf, notFound } from '../../platform/errors.js';
import { appendEvents } from '../../workflow/events/events.repository.js';
import type { EventType } from '../../domain/event/types.js';
import type { Db, Pool, Tx } from '../../platform/db/client.js';
import type { Outbound } from '../../platform/outbound/outbound.js';
import { newId } from '../../platform/db/new-id.js';
import type { SecretBox } from '../../platform/secrets/secret-box.js';
import { requirePosition } from '../feed/cursor-position.js';
import { readFeedEnd, readFingerprintAt } from '../feed/feed.repository.js';
import { eventOfWebhook } from './follow-owners.js';
import { findLastSuccessor, keepKey, readOwner, setKey } from './owner.repository.js';
import { listWebhooks } from './webhook-list.queries.js';
import { sealHeaders } from './seal-headers.js';
import { newSecret, writeSecret } from './sign.js';
import {
  beginAnew,
  deleteWebhook,
  findWebhook,
  insertWebhook,
  lockAndCount,
  lockWebhook,
  replaceSecret,
  rewind,
  setStatus,
  updateWebhook,
} from './webhook.repository.js';
import type { NewWebhook, Webhook, WebhookPatch, WebhookQuery } from './webhook.schema.js';

export type WebhookService = ReturnType<typeof createWebhookService>;

const mostPerMember = 20;

type Expectation = (current: Webhook) => void;

interface Deps {
  store: Store;
  pool: Pool;
  outbound: Outbound;
  secrets: SecretBox;
}

/** Webhooks belong to members: each settles their own. An admin sees everybody's, switches them off and on, and deletes them. */
export function createWebhookService({ store, pool, outbound, secrets: box }: Deps) {
  const whose = (caller: Caller) => (may(caller.role, 'administer') ? {} : { memberId: caller.memberId });

  const find = async (id: string, caller: Caller, db: Db = store.db): Promise<Webhook> => {
    const webhook = await findWebhook(db, id, whose(caller));
    if (!webhook) throw notFound('webhook', id);
    return webhook;
  };

  /** What it is called with, where and from when on is its owner's alone: whoever knows the secret speaks for us to their receiver. */
  const findOwn = async (id: string, caller: Caller, db: Db = store.db): Promise<Webhook> => {
    const webhook = await find(id, caller, db);
    if (webhook.owner.id !== caller.memberId) throw failureOf(refusalOf('forbidden', 'not_webhook_owner'));
    return webhook;
  };

  const requireCallable = async (url: string): Promise<void> => {
    const fault = await outbound.findFault(url);
    if (fault === undefined) return;
    throw new Failure('unprocessable', 'We do not call this address.', {
      code: 'address_refused',
      faults: [{ in: 'body', pointer: '/url', message: fault }],
    });
  };

  const print = (tx: Tx, caller: Caller, webhook: Webhook, type: EventType, data = {}): Promise<void> =>
    appendEvents(tx, caller, [eventOfWebhook({ ...webhook, owner: webhook.owner.id }, type, data)]);

  /** Enabled by its member it stands on their key; by an admin, on the one it has. */
  const lacksKey = async (db: Db, { id, owner }: Webhook, caller: Caller): Promise<boolean> =>
    owner.id !== caller.memberId && endingOf(await readOwner(db, id)) !== undefined;

  const stand = async (tx: Tx, webhook: Webhook, caller: Caller): Promise<void> => {
    if (await lacksKey(tx, webhook, caller)) throw withoutKey();
    if (webhook.owner.id === caller.memberId) await setKey(tx, webhook.id, caller.keyId);
  };

  /** Under lock, so that what it is by then is what is changed; the webhook as it is afterwards. */
  const alter = (
    id: string,
    caller: Caller,
    work: (tx: Tx, current: Webhook) => Promise<void>,
    { lockFirst, read = findOwn }: { lockFirst?: (tx: Tx) => Promise<void>; read?: typeof find } = {},
  ): Promise<Webhook> =>
    store.transact(async (tx) => {
      await lockFirst?.(tx);
      await lockWebhook(tx, id);
      await work(tx, await read(id, caller, tx));
      return find(id, caller, tx);
    });

  return {
    find: (id: string, caller: Caller) => find(id, caller),

    /** Throws `not_webhook_owner` for an admin who is not its owner. */
    findOwn: (id: string, caller: Caller) => findOwn(id, caller),

    /** What this caller may do with it, and why not the rest. */
    async listMoves(id: string, caller: Caller) {
      const webhook = await find(id, caller);
      const against = (await lacksKey(store.db, webhook, caller)) ? withoutKey().message : null;
      return { status: webhook.status, items: listWebhookMoves(webhook.status, against) };
    },

    list: (query: WebhookQuery, caller: Caller) => listWebhooks(pool, query, whose(caller)),

    /** The answer holds the secret, for once. */
    async create({ from, types, headers, ...given }: NewWebhook, caller: Caller) {
      await requireCallable(given.url);
      const secret = newSecret();
      const { memberId } = caller;
      const id = newId();
      const sealed = box.seal(secret, id);
      const sent = sealHeaders(box, id, headers);
      const webhook = await store.transact(async (tx) => {
        if ((await lockAndCount(tx, memberId)) >= mostPerMember) throw tooMany();
        const position = from === undefined ? await readFeedEnd(tx) : await positionOf(tx, from);
        const keyId = await findLastSuccessor(tx, caller.keyId);
        await insertWebhook(tx, {
          ...given,
          id,
          headers: sent,
          types: types ?? [],
          memberId,
          keyId,
          position,
          sealed,
        });
        const made = await find(id, caller, tx);
        await print(tx, caller, made, 'webhook.created', { types });
        return made;
      });
      return { ...webhook, secret: writeSecret(secret) };
    },

    /** `expect` sees the webhook under lock and throws when it is not as the caller means to change it. */
    async change(id: string, patch: WebhookPatch, caller: Caller, expect: Expectation): Promise<Webhook> {
      await findOwn(id, caller);
      if (patch.url !== undefined) await requireCallable(patch.url);
      return alter(id, caller, async (tx, current) => {
        expect(current);
        // What lets us in at one address is not told to another.
        const headers =
          patch.headers ?? (patch.url === undefined || patch.url === current.url ? undefined : {});
        const sent = headers && sealHeaders(box, id, headers);
        await updateWebhook(tx, id, { ...patch, headers: sent });
        if (patch.url !== undefined) await beginAnew(tx, id);
        await print(tx, caller, current, 'webhook.changed', {
          changed: Object.keys(patch),
          ...(sent && { headers: sent.headerNames }),
          ...(patch.url !== undefined && { from: { url: current.url }, url: patch.url }),
        });
      });
    },

    move: (id: string, event: WebhookMoveName, caller: Caller, expect: Expectation): Promise<Webhook> =>
      alter(
        id,
        caller,
        async (tx, current) => {
          expect(current);
          const to = webhookTable[current.status][event];
          if (to === undefined) throw illegalMove(current.status, event);
          if (to === 'enabled') await stand(tx, current, caller);
          await setStatus(tx, id, to);
          if (to === 'enabled') await beginAnew(tx, id);
          await print(tx, caller, current, ...happens[event]);
        },
        { lockFirst: (tx) => keepKey(tx, caller.keyId), read: find },
      ),

    remove: (id: string, caller: Caller, expect: Expectation): Promise<void> =>
      store.transact(async (tx) => {
        await lockWebhook(tx, id);
        const current = await find(id, caller, tx);
        expect(current);
        await deleteWebhook(tx, id);
        await print(tx, caller, current, 'webhook.deleted');
      }),

    /** A new secret, and for a while the one before it too. */
    async rotate(id: string, overlapHours: number, caller: Caller, expect: Expectation) {
      const secret = newSecret();
      const { secrets } = await alter(id, caller, async (tx, current) => {
        expect(current);
        await replaceSecret(tx, id, { sealed: box.seal(secret, id), overlapHours });
        await print(tx, caller, current, 'webhook.secret_rotated', { overlapHours });
      });
      return { secret: writeSecret(secret), secrets };
    },

    /** Goes on behind a cursor, forwards or back: that is where it has come to now. */
    replay: (id: string, from: string, caller: Caller, expect: Expectation): Promise<Webhook> =>
      alter(id, caller, async (tx, current) => {
        expect(current);
        await rewind(tx, id, await positionOf(tx, from));
        await print(tx, caller, current, 'webhook.replayed', { from });
      }),
  };
}

const positionOf = async (tx: Tx, from: string): Promise<bigint> =>
  (await requirePosition(from, (position) => readFingerprintAt(tx, position), '/from')).position;

const happens: Readonly<Record<WebhookMoveName, [EventType, object?]>> = {
  enable: ['webhook.enabled'],
  disable: ['webhook.disabled', { reason: 'asked', detail: null }],
};

const illegalMove = (status: WebhookStatus, event: WebhookMoveName): Failure =>
  new Failure('conflict', `The webhook is ${status}: there is nothing to ${event}.`, {
    code: 'illegal_move',
  });

const withoutKey = (): Failure =>
  new Failure(
    'conflict',
    'Its member is not active, or the key it was made with is revoked or expired: another key of that member has to enable it.',
    { code: 'webhook_without_key' },
  );

const tooMany = (): Failure =>
  new Failure('conflict', `A member has ${String(mostPerMember)} webhooks at most. Delete one first.`, {
    code: 'too_many_webhooks',
  });
