/** What the log says of an error of the database: everything but the words that it was about. */
import { afterAll, beforeAll, expect, it } from 'vitest';
import { createLog } from '../../src/platform/log.js';
import { createIsnad, type TestIsnad } from '../support/test-runtime.js';

let isnad: TestIsnad;
beforeAll(async () => {
  isnad = await createIsnad();
});
afterAll(() => isnad.close());

const words = 'what somebody wrote';
const insert = `INSERT INTO articles (id, ref, title, language) VALUES (gen_random_uuid(), 'no ref', '${words}', 'en')`;

it.each<[string, () => Promise<unknown>]>([
  ['the driver', () => isnad.database.pool.query(insert)],
  ['a statement through Prisma', () => isnad.database.prisma.$executeRawUnsafe(insert)],
])('holds no row that was refused: by %s', async (_by, write) => {
  const lines: string[] = [];
  const destination = { write: (line: string) => void lines.push(line) };
  const log = createLog({ level: 'info', name: 'tests', destination });
  const refused = await write().then(
    () => undefined,
    (error: unknown) => error,
  );
  expect(refused).toBeInstanceOf(Error);
  log.error({ err: refused }, 'answered with an error');
  log.error({ err: Object.assign(new Error('around it', { cause: refused }), { first: refused }) }, 'again');
  expect(lines).toHaveLength(2);
  expect(lines.join('')).toContain('"stack"');
  expect(lines.join('')).not.toContain(words);
});
