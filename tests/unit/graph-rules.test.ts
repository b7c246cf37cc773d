import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { walkRelations, type FindNeighbors } from '../../src/domain/claim/graph.js';

type Edge = readonly [string, string];

/** A graph in memory that answers as the database does, and counts how often it was asked. */
function graphOf(edges: readonly Edge[]) {
  const asked: string[][] = [];
  const find: FindNeighbors = (frontier, seen, most) => {
    asked.push([...frontier]);
    const touched = edges.flatMap(([from, to]) => [
      ...(frontier.includes(from) ? [to] : []),
      ...(frontier.includes(to) ? [from] : []),
    ]);
    const fresh = [...new Set(touched)].filter((id) => !seen.includes(id));
    return Promise.resolve(fresh.sort().slice(0, most));
  };
  return { asked, find };
}

const reach = async (edges: readonly Edge[], depth: number, most = 200) => {
  const { find } = graphOf(edges);
  const { distances, truncated } = await walkRelations('a', { depth, most }, find);
  return { distances: Object.fromEntries(distances), truncated };
};

/** Distances by the plainest means: relaxing every edge until nothing changes. */
function distancesFrom(start: string, edges: readonly Edge[]): Map<string, number> {
  const known = new Map([[start, 0]]);
  for (let changed = true; changed;) {
    changed = false;
    for (const [one, other] of [...edges, ...edges.map(([from, to]) => [to, from] as const)]) {
      const next = (known.get(one) ?? Infinity) + 1;
      if (next >= (known.get(other) ?? Infinity)) continue;
      known.set(other, next);
      changed = true;
    }
  }
  return known;
}

describe('walking along relations', () => {
  it('goes both ways, by the shortest, and no farther than the depth', async () => {
    const line: Edge[] = [
      ['a', 'b'],
      ['c', 'b'],
      ['c', 'd'],
      ['a', 'c'],
      ['d', 'e'],
    ];
    expect(await reach(line, 1)).toEqual({ distances: { a: 0, b: 1, c: 1 }, truncated: false });
    expect(await reach(line, 2)).toEqual({ distances: { a: 0, b: 1, c: 1, d: 2 }, truncated: false });
    expect(await reach(line, 4)).toMatchObject({ distances: { e: 3 } });
  });

  it('ends in a circle, and asks nothing more once nobody new is found', async () => {
    const circle: Edge[] = [
      ['a', 'b'],
      ['b', 'c'],
      ['c', 'a'],
    ];
    const { asked, find } = graphOf(circle);
    const { distances } = await walkRelations('a', { depth: 100, most: 200 }, find);
    expect([...distances]).toEqual([
      ['a', 0],
      ['b', 1],
      ['c', 1],
    ]);
    expect(asked).toEqual([['a'], ['b', 'c']]);
  });

  it('says so when it stops for want of room, and only then', async () => {
    const star: Edge[] = ['b', 'c', 'd'].map((id) => ['a', id]);
    expect(await reach(star, 1, 4)).toEqual({ distances: { a: 0, b: 1, c: 1, d: 1 }, truncated: false });
    expect(await reach(star, 1, 3)).toEqual({ distances: { a: 0, b: 1, c: 1 }, truncated: true });
    expect(await reach([...star, ['d', 'e']], 2, 4)).toMatchObject({ truncated: true });
    expect(await reach([...star, ['d', 'e']], 1, 4)).toMatchObject({ truncated: false });
    expect(await reach([], 4, 1)).toEqual({ distances: { a: 0 }, truncated: false });
  });

  it('agrees with the plainest search on any graph, in at most one question per level', async () => {
    const id = fc.constantFrom('a', 'b', 'c', 'd', 'e', 'f', 'g', 'h', 'i', 'j');
    const edges = fc.array(fc.tuple(id, id), { maxLength: 25 });
    await fc.assert(
      fc.asyncProperty(edges, fc.integer({ min: 1, max: 4 }), async (given, depth) => {
        const { asked, find } = graphOf(given);
        const { distances, truncated } = await walkRelations('a', { depth, most: 200 }, find);
        const within = [...distancesFrom('a', given)].filter(([, distance]) => distance <= depth);
        expect(new Map(distances)).toEqual(new Map(within));
        expect(truncated).toBe(false);
        expect(asked.length).toBeLessThanOrEqual(depth);
      }),
    );
  });
});
