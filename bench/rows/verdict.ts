/** From a checker's submission to a newsroom tool that waits on the status: relay, queue, worker and feed between them. */
import { figureOf, quantile, written } from '../figures.js';
import type { Options } from '../options.js';
import { atMost, type Line } from '../report.js';
import type { Stage } from '../stage.js';
import { findOpenReviews } from './on-the-desk.js';
import { bothSizes } from './polling.js';

const perRound = 6;
/** A way through five processes is noisier than a rate; what grows with the claims grows by far more. */
const mostGrowth = 1.5;

export async function benchVerdict(stage: Stage, options: Options): Promise<Line[]> {
  const lines: Line[] = [];
  const medians: number[] = [];
  for (const [size, api] of Object.entries(await bothSizes(stage, options))) {
    const reviews = await findOpenReviews(api, perRound * (options.rounds + 1));
    const taken = await api.withWorkers(() =>
      stage.loader.order('submit', {
        port: api.port,
        checker: api.keys.checker,
        reader: api.keys.reader,
        reviews,
      }),
    );
    // The first ones warm up.
    const figures = taken.slice(perRound);
    medians.push(figureOf(figures).median);
    lines.push({
      what: `submit verdict → seen by who waits on the status, ${options.sizes[size as keyof Options['sizes']].toLocaleString('en')} claims`,
      measured: `p50 ${written(figureOf(figures).median)} ms, p99 ${written(quantile(figures, 0.99))} ms`,
      beside: `${String(figures.length)} verdicts`,
    });
  }
  const [small = NaN, large = NaN] = medians;
  const growth = large / small;
  lines.push({
    what: 'submit verdict → seen: large beside small',
    measured: `p50 ${written(large)} ms`,
    beside: `p50 ${written(small)} ms`,
    ratio: figureOf([growth]),
    limit: atMost(growth, mostGrowth),
  });
  return lines;
}
