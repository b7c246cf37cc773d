import { chmod, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { projectRoot } from '../../src/platform/project-root.js';
import { startProcess, type Started } from '../support/processes.js';
import { readSteps, runSteps, settle, writeSteps } from '../support/tour.js';

const file = join(projectRoot, 'README.md');
let dir: string;
let isnad: Started;
let url: string;

beforeAll(async () => {
  dir = await mkdtemp(join(tmpdir(), 'isnad-tour-'));
  // As root, the database runs under another account, which has to pass through.
  await chmod(dir, 0o711);
  isnad = startProcess('src/main.js', { PORT: '0', ISNAD_DIR: dir, LOG_LEVEL: 'warn' });
  [, url = ''] = await isnad.says(/ready at (http:\S+)[^]*Ctrl-C/);
});
afterAll(async () => {
  await isnad.end();
  await rm(dir, { recursive: true, force: true });
});

/** With UPDATE_README=1 the answers in the README are replaced by those given now. */
it('the tour of the README gives the answers that it shows', async () => {
  const markdown = await readFile(file, 'utf8');
  const steps = readSteps(markdown);
  expect(steps.length).toBeGreaterThan(20);
  const here = (text: string) =>
    text.replaceAll('http://127.0.0.1:4545', url).replaceAll("require('./.isnad/", `require('${dir}/`);
  const given = await runSteps(steps, here);
  if (process.env['UPDATE_README'] === '1') await writeFile(file, writeSteps(markdown, given));
  else expect(given.map(({ answer }) => settle(answer))).toEqual(steps.map(({ answer }) => settle(answer)));
});
