/**
 * The end of what .ci/run prints, from the exit status so far and the reports of vitest: the tests that failed, with the
 * first lines of why, and the count of all as the last line.
 */
import { readFileSync } from 'node:fs';
import { relative } from 'node:path';

const [status, ...files] = process.argv.slice(2);

const read = (file) => {
  try {
    return JSON.parse(readFileSync(file, 'utf8'));
  } catch {
    return undefined; // it never came to the tests, or they were cut off
  }
};

const reports = files.map(read);
const suites = reports.flatMap((report) => report?.testResults ?? []);
const tests = suites.flatMap((suite) => suite.assertionResults);
const count = (...states) => tests.filter((test) => states.includes(test.status)).length;

const failedTests = suites.flatMap((suite) =>
  suite.assertionResults
    .filter((test) => test.status === 'failed')
    .map((test) => ({ file: suite.name, title: test.fullName, why: test.failureMessages.join('\n') })),
);
// A file that could not even be loaded has no tests to fail, and a run that was cut off has no report.
const unloaded = suites
  .filter(
    (suite) => suite.status === 'failed' && !suite.assertionResults.some((test) => test.status === 'failed'),
  )
  .map((suite) => ({ file: suite.name, title: '(the file as a whole)', why: suite.message ?? '' }));

// Whoever reads a long output from its end learns here what failed.
for (const { file, title, why } of [...failedTests, ...unloaded]) {
  const lines = why.split('\n').slice(0, 6);
  process.stdout.write(`\nfailed: ${relative(process.cwd(), file)}: ${title}\n`);
  process.stdout.write(lines.map((line) => `  ${line.slice(0, 300)}\n`).join(''));
}

const failed = failedTests.length + unloaded.length + reports.filter((report) => report === undefined).length;
const failures = failed === 0 && status !== '0' ? 1 : failed;
const skipped = count('skipped', 'pending', 'todo', 'disabled');
process.stdout.write(`isnad: ${count('passed')} passed, ${failures} failed, ${skipped} skipped\n`);
