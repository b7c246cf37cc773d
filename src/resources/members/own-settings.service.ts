/** What somebody sees and settles of themselves. */
import { may, type Caller } from '../../domain/access/rules.js';
import type { Store } from '../../platform/db/transaction.js';
import { Failure } from '../../platform/errors.js';
import type { Tx } from '../../platform/db/client.js';
import { lockMember } from './member.repository.js';
import type { Me, Member, OwnPatch } from './member.schema.js';
import type { MemberService } from './member.service.js';
import { viewSelf } from './member.view.js';
import { readPreferences, savePreferences } from './preferences.repository.js';

export type OwnSettings = ReturnType<typeof createOwnSettings>;

interface Deps {
  store: Store;
  members: Pick<MemberService, 'find' | 'change'>;
  /** Whether what is published can be read without a key. */
  publicReading: boolean;
}

export function createOwnSettings({ store, members, publicReading }: Deps) {
  const show = async (member: Member, db: Tx): Promise<Me> =>
    viewSelf(member, { ...(await readPreferences(db, member.id)), publicReading });
  const find = async ({ memberId }: Caller): Promise<Me> => show(await members.find(memberId), store.db);

  return {
    find,

    /**
     * Being away is an event, because work is handed out by it; how the desk looks is nobody else's business. `expect`
     * sees the member as they see themselves, under lock.
     */
    async change(
      { awayEndsAt, ...preferences }: OwnPatch,
      caller: Caller,
      expect: (current: Me) => void,
    ): Promise<Me> {
      const id = caller.memberId;
      const check = async (current: Member, tx: Tx): Promise<void> => {
        expect(await show(current, tx));
      };
      if (awayEndsAt !== undefined) {
        if (!may(caller.role, 'check')) throw isHandedNone();
        await members.change(id, { awayEndsAt }, caller, check);
      }
      if (Object.keys(preferences).length > 0)
        await store.transact(async (tx) => {
          const current = await lockMember(tx, id);
          if (current && awayEndsAt === undefined) await check(current, tx);
          await savePreferences(tx, id, preferences);
        });
      return find(caller);
    },
  };
}

const isHandedNone = (): Failure =>
  new Failure('forbidden', 'Only checkers and editors are handed work, and can be away from it.', {
    extra: { permission: 'check' },
  });
