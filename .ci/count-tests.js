/** The last line of .ci/run: the exit status so far, and the reports of vitest. */
import { readFileSync } from 'node:fs';

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
// A file that could not even be loaded has no tests to fail, and a run that was cut off has no report.
const unloaded = suites.filter(
  (suite) => suite.status === 'failed' && !suite.assertionResults.some((test) => test.status === 'failed'),
).length;
const failed = count('failed') + unloaded + reports.filter((report) => report === undefined).length;
const failures = failed === 0 && status !== '0' ? 1 : failed;
const skipped = count('skipped', 'pending', 'todo', 'disabled');
process.stdout.write(`isnad: ${count('passed')} passed, ${failures} failed, ${skipped} skipped\n`);
