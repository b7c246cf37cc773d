/** Which keys there are, and their end, on a machine that reaches the database. */
import { parseArgs } from 'node:util';
import { operator } from '../domain/access/rules.js';
import { withRuntime } from './connect.js';
import { print, printable } from './print.js';
import { listKeysForCommand, type KeyRow } from '../resources/keys/keys-for-command.queries.js';

export async function listKeys(args: string[]): Promise<void> {
  const { values } = parseArgs({ args, options: { member: { type: 'string' }, all: { type: 'boolean' } } });
  await withRuntime(async ({ database }) => {
    const keys = await listKeysForCommand(database.pool, { member: values.member, all: values.all === true });
    if (keys.length === 0) print('There are no such keys.');
    for (const key of keys) print(lineOf(key));
  });
}

export async function revokeKey(args: string[]): Promise<void> {
  const { values, positionals } = parseArgs({
    args,
    allowPositionals: true,
    options: { member: { type: 'string' } },
  });
  const [named, ...more] = positionals;
  if (named === undefined || more.length > 0)
    throw new Error('isnad key revoke takes the id or the name of one key.');
  await withRuntime(async ({ services: { keys }, database }) => {
    const found = (await listKeysForCommand(database.pool, { member: values.member, all: true })).filter(
      ({ id, name }) => id === named.toLowerCase() || name === named,
    );
    const standing = found.filter(({ ended }) => ended === null);
    const [key, ...others] = standing.length > 0 ? standing : found;
    if (!key) throw new Error(`there is no key ${named}: "isnad key list" shows all of them.`);
    if (key.ended !== null) {
      print(`${key.id} had ended already: ${key.ended}.`);
      return;
    }
    if (others.length > 0) {
      for (const one of standing) print(lineOf(one));
      throw new Error(`several keys are called ${named}: give the id of one of them.`);
    }
    await keys.revokeKey(key.id, operator);
    print(
      printable(`Revoked: ${key.id}, ${key.name} of ${key.member}. Webhooks that stood on it are disabled.`),
    );
  });
}

/** Names are whatever somebody gave. */
const lineOf = ({ id, member, name, role, createdAt, lastUsedAt, expiresAt, ended }: KeyRow): string =>
  printable(
    [
      id,
      `${member} (${role})`,
      name,
      `made ${createdAt}`,
      lastUsedAt === null ? 'never used' : `last used ${lastUsedAt}`,
      ended ?? (expiresAt === null ? 'no end' : `until ${expiresAt}`),
    ].join('  '),
  );
