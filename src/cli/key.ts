import { parseArgs } from 'node:util';
import { z } from 'zod';
import { operator, roles, type Role } from '../domain/access/rules.js';
import { ref } from '../platform/http/schema.js';
import { withRuntime } from './connect.js';
import { print } from './print.js';

const keyOptions = z.strictObject({
  member: ref,
  role: z.enum(roles).optional(),
  name: z.string().default('command line'),
  tool: z.boolean().default(false),
});

export async function createKey(args: string[]): Promise<void> {
  const { values } = parseArgs({
    args,
    options: {
      member: { type: 'string' },
      role: { type: 'string' },
      name: { type: 'string' },
      tool: { type: 'boolean' },
    },
  });
  const { member, role, name, tool } = keyOptions.parse(values);
  await withRuntime(async ({ services: { members, keys } }) => {
    if (role) {
      const kind = tool ? 'tool' : 'person';
      const given = await members.ensure(
        { ref: member, kind, name: member, role, languages: [], topics: [] },
        operator,
      );
      requireSameRole(given, role);
    }
    print((await keys.createKey({ memberRef: member, name }, operator)).key);
  });
}

/** A key acts with the role of its member, so a --role that is not theirs would promise rights the key does not have. */
function requireSameRole(member: { ref: string; role: Role }, role: Role): void {
  if (member.role === role) return;
  throw new Error(
    `${member.ref} is there already and has the role ${member.role}, not ${role}: leave --role out, name another member, or have an admin change the role.`,
  );
}
