/** The card of a claim, drawn for whoever asks first: all that are published, in each of their languages, one after the other. */
import { createStage } from '../../demo/desk.js';
import { castOf, playFirstAct } from '../../demo/first-act.js';
import { runIsnad } from '../../demo/run-isnad.js';
import { playSecondAct } from '../../demo/second-act.js';
import { figureOf, written } from '../figures.js';
import { atMost, type Line } from '../report.js';

const mostMs = 50;

export async function benchCard(): Promise<Line[]> {
  const isnad = await runIsnad();
  try {
    const cast = castOf(
      isnad,
      createStage(() => undefined),
    );
    await playFirstAct(cast);
    await playSecondAct(cast);
    const map = await (await fetch(`${isnad.url}/sitemap.xml`)).text();
    const pages = Array.from(
      map.matchAll(/<loc>[^<]*?(\/\w+\/claims\/[^<]+)<\/loc>/g),
      ([, path = '']) => path,
    );
    const times: number[] = [];
    for (const page of pages) {
      const begun = performance.now();
      const answer = await fetch(`${isnad.url}${page}/card.png`);
      await answer.arrayBuffer();
      if (answer.status !== 200) throw new Error(`${page}/card.png: ${String(answer.status)}`);
      times.push(performance.now() - begun);
    }
    // The first one waits for the fonts, once in the life of a process.
    const [first = Infinity, ...others] = times;
    const median = others.length > 0 ? figureOf(others).median : first;
    return [
      {
        what: `card of a claim, drawn for whoever asks first, median of ${String(others.length)}`,
        measured: `${written(median)} ms`,
        limit: atMost(median, mostMs),
      },
      { what: 'card of a claim: the first of a process, with its fonts', measured: `${written(first)} ms` },
    ];
  } finally {
    await isnad.stop();
  }
}
