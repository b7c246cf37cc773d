/** Random writes of every operation by everybody who may do them, and now and then a worker. */
import { holdersOf, type Role } from '../../src/domain/access/rules.js';
import { isGuarded, isWrite } from '../../src/platform/http/route.js';
import { writeBy, type Town } from './random-edits.js';
import { operations } from './requests.js';
import type { Person } from './test-runtime.js';

const roleOf: Record<Person, Role> = {
  ...{ reader: 'reader', checker: 'checker', checker2: 'checker' },
  ...{ editor: 'editor', editor2: 'editor', admin: 'admin' },
};
const everybody = Object.keys(roleOf) as Person[];
const writes = operations.filter((one) => isWrite(one) && isGuarded(one));
const about = writes.filter(({ path }) => /claims|verdicts|tasks|evidence|sources|provisions/.test(path));

/** What was asked and answered; most of what is allowed is about claims. */
export async function writeAtRandom(town: Town): Promise<{ told: string; status: number; text: string }> {
  const { isnad, luck } = town;
  const operation = luck.oneOf(luck.once(4) ? writes : about);
  const { path, body, headers } = await writeBy(operation.id, town);
  const able = everybody.filter((one) => holdersOf(operation.permission as 'read').includes(roleOf[one]));
  const person = luck.oneOf(able);
  const api = isnad.as(person);
  const answer = await (operation.method === 'delete' || operation.method === 'get'
    ? api[operation.method](path, headers)
    : api[operation.method](path, body, headers));
  if (luck.once(4)) await isnad.work();
  const told = `${person} ${operation.id} ${path} ${JSON.stringify(body)} → ${String(answer.status)}`;
  return { told, status: answer.status, text: answer.text };
}
