/** Lines of the table about a race: how one contestant did beside another. */
import { figureOf, ratioOf, written } from './figures.js';
import { atLeast, type Line } from './report.js';
import type { Slice } from './slices.js';

interface Pair {
  of: string;
  beside: string;
  /** What the other one is called in the table. */
  called?: string;
  /** The least that the ratio may be. */
  least?: number | undefined;
}

export function linesAbout(what: string, slices: ReadonlyMap<string, readonly Slice[]>) {
  const all = (name: string, field: keyof Slice): number[] =>
    (slices.get(name) ?? []).map((slice) => slice[field]);
  const middle = (name: string, field: keyof Slice): number => figureOf(all(name, field)).median;
  const compare =
    (field: 'perSecond' | 'cost', write: (value: number) => string) =>
    (about: string, { of, beside, called = '', least }: Pair): Line => {
      const ratio = ratioOf(all(of, field), all(beside, field));
      return {
        what: `${what}${about}`,
        measured: write(middle(of, field)),
        beside: `${called} ${write(middle(beside, field))}`.trim(),
        ratio,
        ...(least !== undefined && { limit: atLeast(ratio.median, least) }),
      };
    };
  return {
    middle,
    rate: compare('perSecond', (value) => `${written(value)}/s`),
    /** Processor time of the server for one answer. */
    cost: compare('cost', (value) => `${written(value)} µs`),
    /** Where the load used up its core, it was the load that was measured, and not the servers. */
    overload: (): Line[] => {
      const busiest = Math.max(...[...slices.keys()].map((name) => middle(name, 'load')));
      if (busiest <= 0.9) return [];
      return [{ what: `${what}: the load used up its core`, measured: `${written(busiest * 100)} %` }];
    },
  };
}
