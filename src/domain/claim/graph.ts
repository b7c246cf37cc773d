/** PURE: walking from a claim along its relations, level by level. */

/**
 * Whom a level of the walk touches next: at most `most` ids that `frontier` has a relation with and that
 * `seen` does not hold, each once, in an order that does not change between calls.
 */
export type FindNeighbors = (
  frontier: readonly string[],
  seen: readonly string[],
  most: number,
) => Promise<string[]>;

interface Reached {
  /** id → steps from the start (0 is the start itself), nearest first. */
  distances: ReadonlyMap<string, number>;
  /** More claims lie within the depth than were allowed. */
  truncated: boolean;
}

/**
 * Breadth-first from `start`, at most `depth` steps and `most` claims (the start counts): every claim is
 * reached once, by the shortest way, so circles end. Asks `findNeighbors` at most `depth` times.
 */
export async function walkRelations(
  start: string,
  { depth, most }: { depth: number; most: number },
  findNeighbors: FindNeighbors,
): Promise<Reached> {
  const distances = new Map([[start, 0]]);
  let frontier = [start];
  for (let distance = 1; distance <= depth && frontier.length > 0; distance++) {
    const room = most - distances.size;
    // One more than there is room for, to know whether anything is left out.
    const found = await findNeighbors(frontier, [...distances.keys()], room + 1);
    frontier = found.slice(0, room);
    for (const id of frontier) distances.set(id, distance);
    if (found.length > room) return { distances, truncated: true };
  }
  return { distances, truncated: false };
}
