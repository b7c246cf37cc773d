import { createStage } from '../demo/desk.js';
import { castOf, playFirstAct, type Cast } from '../demo/first-act.js';
import { runIsnad, type RunningIsnad } from '../demo/run-isnad.js';

/** An installation as `npm start` makes it, after the first act of the demo; stopped whatever comes of it. */
export async function withInstallation<Result>(
  work: (isnad: RunningIsnad, cast: Cast) => Promise<Result>,
): Promise<Result> {
  const isnad = await runIsnad();
  try {
    const stage = createStage(() => undefined);
    const cast = castOf(isnad, stage);
    await playFirstAct(cast);
    return await work(isnad, cast);
  } finally {
    await isnad.stop();
  }
}
