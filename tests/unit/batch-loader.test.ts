import { describe, expect, it } from 'vitest';
import { createBatchLoader } from '../../src/platform/db/batch-loader.js';

/** A load that is answered when the test says so. */
function controlled() {
  const loads: { keys: string[]; answer: () => void; fail: (error: Error) => void }[] = [];
  const load = (keys: string[]): Promise<ReadonlyMap<string, string>> =>
    new Promise((resolve, reject) => {
      loads.push({
        keys,
        answer: () => {
          resolve(new Map(keys.filter((key) => key !== 'none').map((key) => [key, `row ${key}`])));
        },
        fail: reject,
      });
    });
  return { loads, load };
}

const turn = (): Promise<void> => new Promise((resolve) => setImmediate(() => setImmediate(resolve)));

describe('a batch loader', () => {
  it('is one query for all who ask in the same moment, each key once', async () => {
    const { loads, load } = controlled();
    const ask = createBatchLoader({ load });
    const asked = Promise.all([ask('a'), ask('b'), ask('a'), ask('none')]);
    await turn();
    expect(loads.map(({ keys }) => keys)).toEqual([['a', 'b', 'none']]);
    loads[0]?.answer();
    expect(await asked).toEqual(['row a', 'row b', 'row a', undefined]);
  });

  it('never gives an answer that was read before the question', async () => {
    const { loads, load } = controlled();
    const ask = createBatchLoader({ load, maxConcurrent: 1 });
    const first = ask('a');
    await turn();
    const second = ask('a'); // while the first is under way
    await turn();
    expect(loads).toHaveLength(1);
    loads[0]?.answer();
    await first;
    await turn();
    expect(loads.map(({ keys }) => keys)).toEqual([['a'], ['a']]);
    loads[1]?.answer();
    expect(await second).toBe('row a');
  });

  it('asks for no more at once than it may, and for the rest next', async () => {
    const { loads, load } = controlled();
    const ask = createBatchLoader({ load, maxConcurrent: 1, maxKeys: 2 });
    const asked = Promise.all(['a', 'b', 'c'].map(ask));
    await turn();
    expect(loads.map(({ keys }) => keys)).toEqual([['a', 'b']]);
    loads[0]?.answer();
    await turn();
    loads[1]?.answer();
    expect(await asked).toEqual(['row a', 'row b', 'row c']);
  });

  it('fails for those who asked in vain, and works again for the next', async () => {
    const { loads, load } = controlled();
    const ask = createBatchLoader({ load });
    const asked = ask('a');
    await turn();
    loads[0]?.fail(new Error('down'));
    await expect(asked).rejects.toThrow('down');
    const again = ask('a');
    await turn();
    loads[1]?.answer();
    expect(await again).toBe('row a');
  });
});
