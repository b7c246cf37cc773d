import type { Db } from '../../platform/db/client.js';
import type { Me, OwnPatch } from './member.schema.js';

export type Preferences = Pick<Me, 'language' | 'digits' | 'shortcuts'>;
type Change = Omit<OwnPatch, 'awayEndsAt'>;

const usual: Preferences = { language: null, digits: null, shortcuts: {} };

export async function readPreferences(db: Db, memberId: string): Promise<Preferences> {
  const select = { language: true, digits: true, shortcuts: true } as const;
  const found = await db.memberPreferences.findUnique({ where: { memberId }, select });
  return found ? (found as Preferences) : usual;
}

export async function savePreferences(db: Db, memberId: string, change: Change): Promise<void> {
  await db.memberPreferences.upsert({
    where: { memberId },
    create: { memberId, ...change },
    update: change,
    select: { memberId: true },
  });
}
