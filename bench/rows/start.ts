/** `npm start` in an empty folder: how soon it answers, and what it holds once the demo has been played on it. */
import { createStage } from '../../demo/desk.js';
import { castOf, playFirstAct } from '../../demo/first-act.js';
import { runIsnad } from '../../demo/run-isnad.js';
import { playSecondAct } from '../../demo/second-act.js';
import { figureOf, written } from '../figures.js';
import { residentMegabytes } from '../processes.js';
import { atMost, type Line } from '../report.js';

const starts = 3;
const limits = { seconds: 6, megabytes: 200 } as const;

export async function benchStart(): Promise<Line[]> {
  const seconds: number[] = [];
  const idle: number[] = [];
  const after: number[] = [];
  for (let start = 0; start < starts; start++) {
    const begun = performance.now();
    const isnad = await runIsnad();
    try {
      seconds.push((performance.now() - begun) / 1_000);
      idle.push(residentMegabytes(isnad.pid));
      const cast = castOf(
        isnad,
        createStage(() => undefined),
      );
      await playFirstAct(cast);
      await playSecondAct(cast);
      after.push(residentMegabytes(isnad.pid));
    } finally {
      await isnad.stop();
    }
  }
  const ready = figureOf(seconds).median;
  const most = figureOf(after).high;
  return [
    {
      what: 'npm start, from an empty folder to ready',
      measured: `${written(ready)} s`,
      limit: atMost(ready, limits.seconds),
    },
    {
      what: 'npm start: memory of API and workers when ready',
      measured: `${written(figureOf(idle).median)} MB`,
    },
    {
      what: `npm start: memory after the demo, most of ${String(starts)}`,
      measured: `${written(most)} MB`,
      limit: atMost(most, limits.megabytes),
    },
  ];
}
