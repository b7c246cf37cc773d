/** The desk and the public page in a browser, on an installation as `npm start` makes it. */
import { openBrowser } from '../browser/in-browser.js';
import { benchNext, benchTyping, benchUsable } from '../browser/desk.js';
import { benchChanges, benchPage } from '../browser/reader.js';
import type { Line } from '../report.js';
import { withInstallation } from '../with-installation.js';

export const benchBrowser = (): Promise<Line[]> =>
  withInstallation(async (isnad, cast) => {
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
  });
