/** PURE: where the claims around a claim stand: what acts on it at one side, what it acts on at the other, the nearest first. */

interface Node {
  id: string;
  /** Relations from the claim in the middle. */
  distance: number;
}

interface Edge {
  from: { id: string };
  to: { id: string };
}

interface Column<Node> {
  /** Relations from the claim in the middle; below 0 at the side of what acts on it. */
  place: number;
  nodes: Node[];
}

/** `nodes`: the nearest first, as the API has them. Columns in the order in which they are read. */
export function columnsOf<One extends Node>(nodes: readonly One[], edges: readonly Edge[]): Column<One>[] {
  const around = neighborsIn(edges);
  const places = placesOf(nodes, edges);
  const columns = [...new Set(places.values())]
    .sort((one, other) => one - other)
    .map((place) => ({ place, nodes: nodes.filter(({ id }) => places.get(id) === place) }));
  // From the middle outward and back: each stands beside those that it has relations with.
  const outward = [...columns].sort((one, other) => Math.abs(one.place) - Math.abs(other.place));
  for (const column of [...outward, ...outward.toReversed(), ...outward]) order(column, columns, around);
  return columns;
}

/** Who is reached through what acts on the claim stands at that side, and all behind it. */
function placesOf(nodes: readonly Node[], edges: readonly Edge[]): Map<string, number> {
  const distances = new Map(nodes.map(({ id, distance }) => [id, distance]));
  const places = new Map<string, number>();
  const acts = new Set(edges.map(({ from, to }) => `${from.id} ${to.id}`));
  const around = neighborsIn(edges);
  for (const { id, distance } of nodes) {
    const nearer = (around.get(id) ?? []).find((other) => distances.get(other) === distance - 1);
    const side =
      nearer === undefined
        ? 1
        : distance === 1
          ? acts.has(`${id} ${nearer}`)
            ? -1
            : 1
          : Math.sign(places.get(nearer) ?? 1);
    places.set(id, distance === 0 ? 0 : side * distance);
  }
  return places;
}

function neighborsIn(edges: readonly Edge[]): Map<string, string[]> {
  const around = new Map<string, string[]>();
  const add = (one: string, other: string): void => {
    around.set(one, [...(around.get(one) ?? []), other]);
  };
  for (const { from, to } of edges) {
    add(from.id, to.id);
    add(to.id, from.id);
  }
  return around;
}

/** By where those stand, on the average, that it has relations with in other columns. */
function order(
  column: Column<Node>,
  columns: readonly Column<Node>[],
  around: ReadonlyMap<string, string[]>,
): void {
  const heights = new Map(
    columns
      .filter((one) => one !== column)
      .flatMap(({ nodes }) => nodes.map(({ id }, at) => [id, (at + 0.5) / nodes.length] as const)),
  );
  const own = new Map(column.nodes.map(({ id }, at) => [id, (at + 0.5) / column.nodes.length]));
  const wanted = new Map(
    column.nodes.map(({ id }) => {
      const seen = (around.get(id) ?? []).flatMap((other) => heights.get(other) ?? []);
      const mean = seen.reduce((sum, one) => sum + one, 0) / seen.length;
      return [id, seen.length === 0 ? (own.get(id) ?? 0.5) : mean];
    }),
  );
  column.nodes.sort((one, other) => (wanted.get(one.id) ?? 0.5) - (wanted.get(other.id) ?? 0.5));
}
