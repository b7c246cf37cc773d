/** Entry of `npm run demo`. Exit codes: 0 everything was as it says, 1 something was not. */
import { createStage } from './desk.js';
import { castOf, playFirstAct } from './first-act.js';
import { runIsnad } from './run-isnad.js';
import { playSecondAct } from './second-act.js';

const stage = createStage((line) => process.stdout.write(`${line}\n`));
const from = Date.now();
const seconds = (): string => ((Date.now() - from) / 1000).toFixed(1);

try {
  const isnad = await runIsnad();
  try {
    stage.title(`Isnad is up at ${isnad.url} after ${seconds()} s, in a folder of its own`);
    const cast = castOf(isnad, stage);
    await playFirstAct(cast);
    await playSecondAct(cast);
  } finally {
    await isnad.stop();
  }
  stage.title(`Everything was as it should be, in ${seconds()} s`);
} catch (error) {
  process.stderr.write(`\nThe demo failed: ${error instanceof Error ? error.message : String(error)}\n`);
  process.exitCode = 1;
}
