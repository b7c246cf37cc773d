/** The card of a claim as its first reader waits for it: of all that are published, in each of their languages, one after the other. */
import { playSecondAct } from '../../demo/second-act.js';
import { figureOf, written } from '../figures.js';
import { atMost, type Line } from '../report.js';
import { withInstallation } from '../with-installation.js';

const mostMs = 50;

export const benchCard = (): Promise<Line[]> =>
  withInstallation(async ({ url }, cast) => {
    await playSecondAct(cast);
    const [first = Infinity, ...others] = await drawCards(url);
    const median = others.length > 0 ? figureOf(others).median : first;
    return [
      {
        what: `card of a claim, for its first reader, median of ${String(others.length)}`,
        measured: `${written(median)} ms`,
        limit: atMost(median, mostMs),
      },
      { what: 'card of a claim: the first of a process, with its fonts', measured: `${written(first)} ms` },
    ];
  });

/** Milliseconds of each; the first one waits for the fonts, once in the life of a process. */
async function drawCards(url: string): Promise<number[]> {
  const map = await (await fetch(`${url}/sitemap.xml`)).text();
  const pages = Array.from(
    map.matchAll(/<loc>[^<]*?(\/\w+\/claims\/[^<]+)<\/loc>/g),
    ([, path = '']) => path,
  );
  const times: number[] = [];
  for (const page of pages) {
    const begun = performance.now();
    const answer = await fetch(`${url}${page}/card.png`);
    await answer.arrayBuffer();
    if (answer.status !== 200) throw new Error(`${page}/card.png: ${String(answer.status)}`);
    times.push(performance.now() - begun);
  }
  return times;
}
