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
  const { language, base, dryRun, file } = importOptions.parse({
    file: claims ?? positionals[0],
    language: values.language,
    base: values.base,
    dryRun: values['dry-run'],
  });
  await withRuntime(async ({ services: { imports, claimBatches } }) => {
    if (claims !== undefined) {
      process.exitCode = await importClaims(claimBatches, { file, dryRun, report });
      return;
    }
    const read = await imports.importReviews(await readImport(file), { language, base, dryRun }, operator);
    for (const line of printImportReport(read)) print(line);
  });
}
