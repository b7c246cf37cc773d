/** The board: where all claims stand, at one look. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ratings } from '../support/request-makers.js';
import {
  acceptClaim,
  madeOf,
  bodyOf,
  enterClaim,
  proposeVerdict,
  publishVerdict,
  startTask,
  takeTask,
} from '../support/desk.js';
import { endConnections, moveClock } from '../support/delivering.js';
import { createIsnad, type Person, type TestIsnad } from '../support/test-runtime.js';

let isnad: TestIsnad;
beforeAll(async () => {
  isnad = await createIsnad();
  madeOf(await isnad.as('admin').post('/v1/ratings', { ratings }));
});
afterAll(() => isnad.close());

interface Column {
  status: string;
  count: number;
  overdue: number;
  oldestOpenedAt: string | null;
  items: { ref: string; status: string }[];
  more: boolean;
}
const read = async (query = '', person: Person = 'editor'): Promise<Map<string, Column>> => {
  const { columns } = bodyOf(await isnad.as(person).get(`/v1/desk/board${query}`)) as { columns: Column[] };
  return new Map(columns.map((column) => [column.status, column]));
};

describe('the board', () => {
  it('has every column also where nothing is in it, in the order of the work', async () => {
    const columns = await read();
    expect([...columns.keys()]).toEqual([
      'submitted',
      'open',
      'in_review',
      'in_approval',
      'correcting',
      'published',
    ]);
    for (const column of columns.values())
      expect(column).toMatchObject({ count: 0, overdue: 0, oldestOpenedAt: null, items: [], more: false });
  });

  it('holds each claim in the column of its status, and counts what does not fit', async () => {
    const refs = { submitted: [] as string[], open: '', in_review: '', in_approval: '', published: '' };
    for (let n = 0; n < 3; n++) refs.submitted.push(await enterClaim(isnad));
    await enterClaim(isnad, { test: true });
    for (const status of ['open', 'in_review', 'in_approval', 'published'] as const)
      refs[status] = await enterClaim(isnad);
    await acceptClaim(isnad, refs.open);
    await takeTask(isnad, refs.open);
    await acceptClaim(isnad, refs.in_review);
    await startTask(isnad, refs.in_review);
    await proposeVerdict(isnad, refs.in_approval);
    await publishVerdict(isnad, refs.published);
    const columns = await read('?limit=2');
    expect(columns.get('submitted')).toMatchObject({ count: 3, more: true });
    expect(columns.get('submitted')?.items).toHaveLength(2);
    for (const status of ['open', 'in_review', 'in_approval', 'published'] as const)
      expect(columns.get(status)).toMatchObject({
        count: 1,
        more: false,
        items: [{ ref: refs[status], status }],
      });
    expect(columns.get('open')?.oldestOpenedAt).toMatch(/^\d{4}-/);
  });

  it('counts tasks that are past their clock', async () => {
    await isnad.database.pool.query(
      `UPDATE review_tasks SET overdue_at = desk_now() WHERE closed_at IS NULL AND stage = 'approval'`,
    );
    expect((await read()).get('in_approval')).toMatchObject({ count: 1, overdue: 1 });
  });

  it('takes claims off that were published, and have not changed for a week', async () => {
    expect((await read()).get('published')?.count).toBe(1);
    await moveClock(isnad.ownerUrl, 8 * 24);
    await endConnections(isnad.ownerUrl);
    await expect.poll(async () => (await isnad.as('editor').get('/v1/desk/board')).status).toBe(200);
    expect((await read()).get('published')).toMatchObject({ count: 0, items: [], more: false });
  });

  it('narrows what is shown by filters, and is for the desk', async () => {
    const own = await enterClaim(isnad, { topics: ['a-topic-of-its-own'] });
    const columns = await read('?topic=a-topic-of-its-own');
    expect(columns.get('submitted')?.items.map(({ ref }) => ref)).toEqual([own]);
    expect(columns.get('published')?.items).toEqual([]);
    expect((await isnad.as('reader').get('/v1/desk/board')).status).toBe(403);
    expect((await isnad.as('editor').get('/v1/desk/board?limit=51')).status).toBe(400);
  });
});
