/** What is done once a privileged change is confirmed, by its kind: what was kept as JSON is read by the schema of its request. */
import type { z } from 'zod';
import { changedMeanwhile } from './platform/errors.js';
import { keyRotation, newKey } from './resources/keys/key.schema.js';
import type { KeyService } from './resources/keys/key.service.js';
import { memberPatch, newMember } from './resources/members/member.schema.js';
import type { MemberService } from './resources/members/member.service.js';
import type { Apply, Confirmed } from './resources/privileged-changes/privileged-change.service.js';

interface Deps {
  erase: Apply;
  members: MemberService['confirmed'];
  keys: KeyService['confirmed'];
}

export const carryOutChanges = ({ members, keys, erase }: Deps): Record<Confirmed['kind'], Apply> => ({
  create_member: (tx, { wanted }, caller, authority) =>
    members.create(tx, read(newMember, wanted), caller, authority),

  change_member: (tx, change, caller, authority) =>
    members.change(
      tx,
      {
        id: memberOf(change).id,
        patch: read(memberPatch, change.wanted),
        before: change.before as object,
      },
      caller,
      authority,
    ),

  create_key: (tx, change, caller, authority) =>
    keys.create(
      tx,
      { ...read(newKey, change.wanted), ...keyOf(change), member: memberOf(change) },
      caller,
      authority,
    ),

  rotate_key: (tx, change, caller, authority) => {
    const { key: before, ...rotation } = change.wanted;
    return keys.rotate(
      tx,
      { ...read(keyRotation, rotation), ...keyOf(change), before: String(before) },
      caller,
      authority,
    );
  },

  erase,

  revoke_key: (tx, change, caller, authority) => keys.revoke(tx, keyIdOf(change), caller, authority),
});

/** What nobody could ask for any more, as words of it were erased or rules have changed since, is refused: it can be rejected. */
function read<Wanted>(schema: z.ZodType<Wanted>, wanted: unknown): Wanted {
  const { data, success } = schema.safeParse(wanted);
  if (!success) throw changedMeanwhile();
  return data;
}

function memberOf({ id, member }: Confirmed): { id: string; ref: string } {
  if (!member) throw new Error(`change ${id} is about nobody`);
  return member;
}

function keyIdOf({ id, key }: Confirmed): string {
  if (!key) throw new Error(`change ${id} is about no key`);
  return key.id;
}

function keyOf(change: Confirmed): { id: string; secretDigest: Uint8Array<ArrayBuffer> } {
  if (!change.secretDigest) throw new Error(`change ${change.id} holds no key`);
  return { id: keyIdOf(change), secretDigest: Uint8Array.from(change.secretDigest) };
}
