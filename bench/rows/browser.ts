/** The desk and the public page in a browser, on an installation as `npm start` makes it. */
import { createStage } from '../../demo/desk.js';
import { castOf, playFirstAct } from '../../demo/first-act.js';
import { runIsnad } from '../../demo/run-isnad.js';
import { openBrowser } from '../browser/in-browser.js';
import { benchNext, benchTyping, benchUsable } from '../browser/desk.js';
import { benchChanges, benchPage } from '../browser/reader.js';
import type { Line } from '../report.js';

export async function benchBrowser(): Promise<Line[]> {
  const isnad = await runIsnad();
  try {
    const cast = castOf(
      isnad,
      createStage(() => undefined),
    );
    await playFirstAct(cast);
    const browser = await openBrowser();
    try {
      return [
        ...(await benchPage(browser, isnad)),
        ...(await benchUsable(browser, isnad)),
        ...(await benchChanges(browser, isnad, cast)),
        ...(await benchNext(browser, isnad, cast)),
        ...(await benchTyping(browser, isnad, cast)),
      ];
    } finally {
      await browser.close();
    }
  } finally {
    await isnad.stop();
  }
}
