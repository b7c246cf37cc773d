/** What somebody sees and settles of themselves. */
import { may, type Caller } from '../../domain/access/rules.js';
import type { Store } from '../../platform/db/transaction.js';
import { Failure } from '../../platform/errors.js';
import type { Me, OwnPatch } from './member.schema.js';
import type { MemberService } from './member.service.js';
import { viewSelf } from './member.view.js';
import { readPreferences, savePreferences } from './preferences.repository.js';

export type OwnSettings = ReturnType<typeof createOwnSettings>;

interface Deps {
  store: Store;
  members: Pick<MemberService, 'find' | 'change'>;
}

export function createOwnSettings({ store, members }: Deps) {
  const find = async ({ memberId }: Caller): Promise<Me> =>
    viewSelf(await members.find(memberId), await readPreferences(store.db, memberId));

  return {
    find,

    /** Being away is an event, because work is handed out by it; how the desk looks is nobody else's business. */
    async change({ awayEndsAt, ...preferences }: OwnPatch, caller: Caller): Promise<Me> {
      if (awayEndsAt !== undefined) {
        if (!may(caller.role, 'check')) throw isHandedNone();
        await members.change(caller.memberId, { awayEndsAt }, caller, () => undefined);
      }
      if (Object.keys(preferences).length > 0)
        await store.transact((tx) => savePreferences(tx, caller.memberId, preferences));
      return find(caller);
    },
  };
}

const isHandedNone = (): Failure =>
  new Failure('forbidden', 'Only checkers and editors are handed work, and can be away from it.', {
    extra: { permission: 'check' },
  });
