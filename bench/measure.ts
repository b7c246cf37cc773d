/** Timing that compares: what the machine does beside this hits all contestants alike. */

interface Contestant {
  name: string;
  run: () => Promise<unknown>;
}

/** Median milliseconds of each, run in turns; the first turn only warms up. */
export async function measureInTurns(
  contestants: readonly Contestant[],
  rounds: number,
): Promise<Map<string, number>> {
  const times = new Map(contestants.map(({ name }) => [name, [] as number[]]));
  for (let round = 0; round <= rounds; round++) {
    for (const { name, run } of contestants) {
      const begun = performance.now();
      await run();
      if (round > 0) times.get(name)?.push(performance.now() - begun);
    }
  }
  return new Map([...times].map(([name, taken]) => [name, median(taken)]));
}

function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = Math.floor(sorted.length / 2);
  const [low, high] = [sorted[sorted.length % 2 === 0 ? middle - 1 : middle], sorted[middle]];
  return ((low ?? NaN) + (high ?? NaN)) / 2;
}
