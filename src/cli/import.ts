import { stat } from 'node:fs/promises';
import { parseArgs } from 'node:util';
import { z } from 'zod';
import { operator } from '../domain/access/rules.js';
import { httpUrl, languageTag } from '../platform/http/schema.js';
import { withRuntime } from './connect.js';
import { importClaims } from './import-claims.js';
import { printImportReport, readImport } from './import-report.js';
import { print } from './print.js';

const importOptions = z.strictObject({
  file: z.string('name a file'),
  language: languageTag.optional(),
  base: httpUrl.optional(),
  dryRun: z.boolean().default(false),
});

export async function importFile(args: string[]): Promise<void> {
  const { values, positionals } = parseArgs({
    args,
    allowPositionals: true,
    options: {
      claims: { type: 'string' },
      language: { type: 'string' },
      base: { type: 'string' },
      'dry-run': { type: 'boolean' },
      report: { type: 'string' },
    },
  });
  const { claims, report } = values;
  refuseOthers(values, positionals);
  const { language, base, dryRun, file } = importOptions.parse({
    file: claims ?? positionals[0],
    language: values.language,
    base: values.base,
    dryRun: values['dry-run'],
  });
  if (report !== undefined && (await isSameFile(file, report)))
    throw new Error(`--report would be written over ${file}, which is read. Name another file.`);
  await withRuntime(async ({ services: { imports, claimBatches } }) => {
    if (claims !== undefined) {
      process.exitCode = await importClaims(claimBatches, { file, dryRun, report });
      return;
    }
    if (base !== values.base) print('invisible characters were taken out of --base');
    const read = await imports.importReviews(await readImport(file), { language, base, dryRun }, operator);
    for (const line of printImportReport(read)) print(line);
    if (read.counts.refused > 0) process.exitCode = 1;
  });
}

/** What would be given for nothing. */
function refuseOthers(values: Partial<Record<string, unknown>>, files: readonly string[]): void {
  const [ofClaims, ofReviews] = [['report'], ['language', 'base']];
  const most = values['claims'] === undefined ? 1 : 0;
  const others = values['claims'] === undefined ? ofClaims : ofReviews;
  const wrong = others.filter((name) => values[name] !== undefined).map((name) => `--${name}`);
  const faults = [
    ...wrong.map((name) => `${name} is ${most === 0 ? 'not for' : 'only for'} --claims`),
    ...(files.length > most ? ['one file is imported at a time'] : []),
  ];
  if (faults.length > 0)
    throw new Error(`${faults.join('; ')}. "isnad import --help" says what may be given.`);
}

/** Also where one of them is a link to the other. */
async function isSameFile(one: string, other: string): Promise<boolean> {
  const [first, second] = await Promise.all([one, other].map((file) => stat(file).catch(() => undefined)));
  return first !== undefined && first.dev === second?.dev && first.ino === second.ino;
}
