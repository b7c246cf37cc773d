/**
 * Each protection is really taken out, and the test that is named for it fails. docs/FAULTS.md shows the same table.
 * A run of its own is made for each, with what it is WITHOUT: see tests/support/remove-protection.ts.
 */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { projectRoot } from '../../src/platform/project-root.js';
import { protections } from '../support/protections.js';
import type { Without } from '../support/remove-protection.js';

it.each(protections.map((protection) => [protection.what, protection] as const))(
  'without %s the test that is named for it fails',
  async (_, { without, test: [file, title] }) => {
    expect(await runWithout(without, file, title)).toEqual(['failed']);
  },
);

interface Report {
  testResults: { assertionResults: { title: string; status: string }[] }[];
}

/** What became of the tests of this title: of both queue backends, where there are two, the same. */
async function runWithout(without: Without, file: string, title: string): Promise<string[]> {
  const dir = await mkdtemp(join(tmpdir(), 'isnad-without-'));
  const config = file.startsWith('tests/faults/') ? 'vitest.long.config.ts' : 'vitest.config.ts';
  const report = join(dir, 'report.json');
  const pattern = `${title.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')}$`;
  const run = spawn(
    process.execPath,
    [
      join(projectRoot, 'node_modules/vitest/vitest.mjs'),
      ...['run', '--config', config, file, '-t', pattern],
      ...['--reporter=json', `--outputFile=${report}`],
    ],
    {
      cwd: projectRoot,
      env: { PATH: process.env['PATH'], HOME: process.env['HOME'], WITHOUT: JSON.stringify(without) },
      stdio: 'ignore',
    },
  );
  await once(run, 'exit');
  try {
    const { testResults } = JSON.parse(await readFile(report, 'utf8')) as Report;
    const statuses = testResults
      .flatMap(({ assertionResults }) => assertionResults)
      .filter((one) => one.title === title)
      .map(({ status }) => status);
    return [...new Set(statuses)];
  } finally {
    await rm(dir, { recursive: true, force: true });
  }
}
