import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { columnsOf } from '../../../web/src/graph/columns.rules.js';
import { linesOf, type Box } from '../../../web/src/graph/lines.rules.js';

const edge = (from: string, to: string) => ({ id: `${from} ${to}`, from: { id: from }, to: { id: to } });
const node = (id: string, distance: number) => ({ id, distance });

/** Whatever hangs together around "0", each claim as far from it as it is. */
const graphs = fc.array(fc.tuple(fc.nat(14), fc.nat(14)), { minLength: 1, maxLength: 40 }).map((pairs) => {
  const edges = pairs.map(([from, to]) => edge(String(from), String(to)));
  const distances = new Map([['0', 0]]);
  for (const [id, distance] of distances)
    for (const { from, to } of edges)
      for (const [one, other] of [[from.id, to.id] as const, [to.id, from.id] as const])
        if (one === id && !distances.has(other)) distances.set(other, distance + 1);
  const known = edges.filter(({ from }) => distances.has(from.id));
  return { nodes: [...distances].map(([id, distance]) => node(id, distance)), edges: known };
});

describe('the columns of a graph', () => {
  test('hold what acts on the claim before it, what it acts on behind it, and further ones further out', () => {
    const nodes = [node('c', 0), node('denies', 1), node('denied', 1), node('behind', 2), node('after', 2)];
    const edges = [
      edge('denies', 'c'),
      edge('c', 'denied'),
      edge('denies', 'behind'),
      edge('after', 'denied'),
    ];
    expect(
      columnsOf(nodes, edges).map(({ place, nodes: ones }) => [place, ...ones.map(({ id }) => id)]),
    ).toEqual([
      [-2, 'behind'],
      [-1, 'denies'],
      [0, 'c'],
      [1, 'denied'],
      [2, 'after'],
    ]);
  });

  test('hold each claim once, as far out as it is away', () => {
    fc.assert(
      fc.property(graphs, ({ nodes, edges }) => {
        const columns = columnsOf(nodes, edges);
        const placed = columns.flatMap(({ place, nodes: ones }) =>
          ones.map(({ id }) => [id, Math.abs(place)]),
        );
        expect(new Map(placed as [string, number][])).toEqual(
          new Map(nodes.map((one) => [one.id, one.distance])),
        );
        expect(placed).toHaveLength(nodes.length);
      }),
    );
  });

  test('set those beside each other that have a relation', () => {
    const nodes = [node('c', 0), node('a', 1), node('b', 1), node('ofB', 2), node('ofA', 2)];
    const edges = [edge('c', 'a'), edge('c', 'b'), edge('b', 'ofB'), edge('a', 'ofA')];
    const [, near, far] = columnsOf(nodes, edges).map(({ nodes: ones }) => ones.map(({ id }) => id));
    expect(far).toEqual(near?.map((id) => (id === 'a' ? 'ofA' : 'ofB')));
  });
});

/** Boxes of 100 by 40, columns 200 apart. */
function boxesOf(graph: {
  nodes: { id: string; distance: number }[];
  edges: ReturnType<typeof edge>[];
}): Map<string, Box> {
  return new Map(
    columnsOf(graph.nodes, graph.edges).flatMap(({ place, nodes }, column) =>
      nodes.map(({ id }, row): [string, Box] => [
        id,
        { left: column * 200, right: column * 200 + 100, top: row * 60, bottom: row * 60 + 40, place },
      ]),
    ),
  );
}
const pointsOf = (path: string): [number, number][] =>
  [...path.matchAll(/(-?[\d.]+),(-?[\d.]+)/g)].map(([, x, y]) => [Number(x), Number(y)]);

describe('the lines of a graph', () => {
  test('lead from box to box, with the arrow at the one that is acted on', () => {
    fc.assert(
      fc.property(graphs, (graph) => {
        const boxes = boxesOf(graph);
        const lines = linesOf(boxes, graph.edges);
        const apart = graph.edges.filter(({ from, to }) => from.id !== to.id);
        expect(lines.map(({ id }) => id).sort()).toEqual(apart.map(({ id }) => id).sort());
        for (const { id, path, arrow } of lines) {
          const [from = '', to = ''] = id.split(' ');
          const [start, tip] = [pointsOf(path)[0], pointsOf(arrow)[0]];
          for (const [point, box] of [
            [start, boxes.get(from)],
            [tip, boxes.get(to)],
          ] as const) {
            expect([box?.left, box?.right]).toContain(point?.[0]);
            expect(point?.[1]).toBeGreaterThan(box?.top ?? Infinity);
            expect(point?.[1]).toBeLessThan(box?.bottom ?? -Infinity);
          }
        }
      }),
    );
  });

  test('go around what stands between', () => {
    const graph = {
      nodes: [node('c', 0), node('before', 1), node('after', 1)],
      edges: [edge('before', 'c'), edge('c', 'after'), edge('before', 'after')],
    };
    const boxes = boxesOf(graph);
    const around = linesOf(boxes, graph.edges).find(({ id }) => id === 'before after');
    const beside = pointsOf(around?.path ?? '').filter(([x]) => x >= 200 && x <= 300);
    expect(beside.length).toBeGreaterThan(0);
    for (const [, y] of beside) expect(y < 0 || y > 40).toBe(true);
  });

  test('keep their names apart', () => {
    const nodes = [node('c', 0), ...['a', 'b', 'd', 'e'].map((id) => node(id, 1))];
    const edges = nodes.slice(1).flatMap(({ id }) => [edge('c', id), edge('c', id)]);
    const lines = linesOf(
      boxesOf({ nodes, edges }),
      edges.map((one, at) => ({ ...one, id: String(at) })),
    );
    const heights = lines.map(({ label }) => label.y).sort((one, other) => one - other);
    for (const [at, y] of heights.slice(1).entries())
      expect(y - (heights[at] ?? 0)).toBeGreaterThanOrEqual(20);
  });
});
