/** Many tamperings of one export, and many exports that nobody tampered with. */
import {
  verifyExport,
  type Invalid,
  type Valid,
  type Witnesses,
} from '../../../src/integrity/exports/verify-export.js';
import { startLiveRuntime, type LiveRuntime } from '../live-runtime.js';
import { createLuck, type Luck } from '../random.js';
import { forgeries, forgeriesOfOne } from './forgeries.js';
import type { Tampered } from './lines.js';
import { slips } from './slips.js';

export async function* iterate(lines: readonly string[]): AsyncGenerator<string> {
  yield* await Promise.resolve(lines);
}

/** What was not found, or not where it was: empty when all is well. */
export async function tamperOften(
  times: number,
  seed: number,
): Promise<{ missed: string[]; kinds: Record<string, number> }> {
  const luck = createLuck(seed);
  const isnad = await startLiveRuntime();
  const missed: string[] = [];
  const kinds: Record<string, number> = {};
  try {
    for (let round = 0; round < 3; round++) {
      for (let turn = 0; turn < 8; turn++) await isnad.happen(luck);
      await isnad.sign({ newKey: round === 1 });
    }
    for (let turn = 0; turn < 4; turn++) await isnad.happen(luck);
    const whole = await isnad.exportLines();
    const single = await isnad.exportLines(isnad.claims[0]);
    const witnesses = await isnad.witnesses();
    for (let done = 0; done < times;) {
      const lines = luck.once(3) ? single : whole;
      const isForgery = luck.once(2);
      const ways = isForgery ? (lines === single ? forgeriesOfOne : forgeries) : slips;
      const [kind, tamper] = luck.oneOf(Object.entries(ways));
      const tampered = tamper(lines, luck);
      if (!tampered) continue;
      done++;
      kinds[kind] = (kinds[kind] ?? 0) + 1;
      const [using, knowing] = isForgery
        ? chooseWitnesses(witnesses, luck)
        : [luck.oneOf([{}, witnesses]), true];
      const outcome = await verifyExport(iterate(tampered.lines), using);
      const fault = faultOf(outcome, tampered, knowing);
      if (fault !== undefined) missed.push(`${kind} (${String(done)}): ${fault}`);
    }
    return { missed, kinds };
  } finally {
    await isnad.close();
  }
}

/** With the leaves at hand, the chain has to be named; without, only that something is wrong. */
const chooseWitnesses = (all: Witnesses, luck: Luck): [Witnesses, boolean] =>
  luck.once(4) ? [{ kept: all.kept ?? [] }, false] : [all, true];

function faultOf(outcome: Valid | Invalid, { expected }: Tampered, knowing: boolean): string | undefined {
  if (outcome.valid) return 'was not found';
  const { place, why } = outcome;
  const { lines: [from, to] = [1, Infinity], chain, ordinal } = expected;
  const line = place.line ?? 0;
  const isThere =
    line >= from &&
    line <= to &&
    (chain ?? place.chain) === place.chain &&
    (ordinal ?? place.ordinal) === place.ordinal;
  if (!knowing || isThere) return undefined;
  return `expected ${JSON.stringify(expected)}, found ${JSON.stringify(place)} (${why})`;
}

/** An installation goes on living, and every export of it is sound. Gives those that were called bad. */
export async function exportOften(times: number, seed: number): Promise<string[]> {
  const luck = createLuck(seed);
  const isnad = await startLiveRuntime();
  const wrong: string[] = [];
  try {
    await isnad.happen(luck);
    for (let done = 0; done < times; done++) {
      await isnad.happen(luck);
      if (luck.once(times / 12)) await isnad.sign({ newKey: luck.once(4) });
      const claim = isnad.claims.length > 0 && luck.once(2) ? luck.oneOf(isnad.claims) : undefined;
      const outcome = await verifyExport(
        iterate(await isnad.exportLines(claim)),
        await someWitnesses(isnad, luck),
      );
      if (!outcome.valid) wrong.push(`${String(done)}: ${JSON.stringify(outcome)}`);
    }
    return wrong;
  } finally {
    await isnad.close();
  }
}

async function someWitnesses(isnad: LiveRuntime, luck: Luck): Promise<Witnesses> {
  const { kept, leaves, log } = await isnad.witnesses();
  const key = kept[luck.below(kept.length)]?.checkpoint.statement.key;
  return luck.oneOf<Witnesses>([
    {},
    { kept },
    { kept, leaves },
    { kept, leaves, log },
    { kept, leaves, keys: key === undefined ? [] : [key] },
  ]);
}
