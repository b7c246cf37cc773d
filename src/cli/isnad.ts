#!/usr/bin/env node
/** The `isnad` command: thin, over the same services as the API. What only one command needs is loaded by that command. */
import { parseArgs } from 'node:util';
import { z } from 'zod';
import { operator, roles, type Role } from '../domain/access/rules.js';
import { renderSettings } from '../platform/config/settings.js';
import { httpUrl, languageTag, ref } from '../platform/http/schema.js';
import { failToStart } from '../platform/run-process.js';
import { checkpoint } from './checkpoint.js';
import { exportHistory } from './export.js';
import { withDatabase, withRuntime } from './connect.js';
import { print } from './print.js';
import { claimImportUsage } from './claim-import-usage.js';
import { readImport, printImportReport } from './import.js';
import { verify } from './verify.js';
import { watch } from './watch/watch.js';

const usage = `isnad: the record of claims in the news

  isnad migrate                     bring the database up to date
  isnad seed                        load the first article; a second time changes nothing
  isnad key create --member REF     make a key and print it once
        [--role reader|checker|editor|admin] [--name TEXT] [--tool]
                                    with --role, the member is created where there is none
  isnad checkpoint [--new-key]      sign the history as it stands now; with --new-key, from the next on with another key
  isnad export [--out FILE|FOLDER] [--claim REF]
                                    write the history, or that of one claim, as JSON Lines
  isnad verify [FILE] [--checkpoints FOLDER|FILE] [--key KEY]… [--until NUMBER]
                                    name the first event that is not as it was written; of FILE without any
                                    server or database, of this database without FILE
  isnad import FILE                 read the ClaimReviews of other publishers from a file of JSON or HTML
        [--language TAG] [--base URL] [--dry-run]
  isnad import --claims FILE        enter claims from CSV or lines of JSON; "isnad import --help" tells of the columns
        [--dry-run] [--report FILE]
  isnad watch [REF]… [--url URL] [--key KEY]
                                    show claims and what happens to them, as it happens; all of them without REF.
                                    Asks the API, at ISNAD_URL with ISNAD_KEY unless told otherwise
  isnad erase KIND ID --reason CODE erase words of people: of a claim, verdict, evidence, contact, task or member;
        [--texts KIND,KIND] [--compact]
                                    with --compact, also from the files of the database, which rewrites its tables
  isnad requeue                     put everything that is owed back into the queue now
  isnad help [settings]             this list, or every setting with its default

DATABASE_URL says where the database is; without it, the one of "npm start" in ISNAD_DIR is used.
`;

const keyOptions = z.strictObject({
  member: ref,
  role: z.enum(roles).optional(),
  name: z.string().default('command line'),
  tool: z.boolean().default(false),
});

const importOptions = z.strictObject({
  file: z.string('name a file'),
  language: languageTag.optional(),
  base: httpUrl.optional(),
  dryRun: z.boolean().default(false),
});

/** A key acts with the role of its member: asked for another one, whoever asks would be wrong about what they get. */
function refuseOtherRole(member: { ref: string; role: Role }, role: Role): void {
  if (member.role === role) return;
  throw new Error(
    `${member.ref} is there already and has the role ${member.role}, not ${role}: leave --role out, name another member, or have an admin change the role.`,
  );
}

const commands: Record<string, (args: string[]) => Promise<void>> = {
  migrate: () =>
    withDatabase(async (url, embeddedIn) => {
      const { migrate } = await import('../../prisma/migrate.js');
      const { migrateQueue } = await import('../platform/queue/postgres.js');
      const { applied } = await migrate(url, { embeddedIn });
      await migrateQueue(url);
      print(
        applied.length > 0
          ? `Applied ${applied.join(', ')}.`
          : 'Nothing to apply: the database is up to date.',
      );
    }),

  seed: () =>
    withRuntime(async ({ services }) => {
      const { loadSeed } = await import('../../prisma/seed/load.js');
      const { created, claims, sources } = await loadSeed(services.store);
      print(
        created > 0
          ? `Loaded the first article: ${String(claims)} claims, ${String(sources)} sources.`
          : 'Everything was there already.',
      );
    }),

  'key create': (args) =>
    withRuntime(async ({ services: { members, keys } }) => {
      const { values } = parseArgs({
        args,
        options: {
          member: { type: 'string' },
          role: { type: 'string' },
          name: { type: 'string' },
          tool: { type: 'boolean' },
        },
      });
      const { member, role, name, tool } = keyOptions.parse(values);
      if (role) {
        const kind = tool ? 'tool' : 'person';
        const given = await members.ensure(
          { ref: member, kind, name: member, role, languages: [], topics: [] },
          operator,
        );
        refuseOtherRole(given, role);
      }
      print((await keys.createKey({ memberRef: member, name }, operator)).key);
    }),

  import: async (args) => {
    const { values, positionals } = parseArgs({
      args,
      allowPositionals: true,
      options: {
        claims: { type: 'string' },
        language: { type: 'string' },
        base: { type: 'string' },
        'dry-run': { type: 'boolean' },
        report: { type: 'string' },
        help: { type: 'boolean' },
      },
    });
    const { claims, report, help } = values;
    if (help) {
      print(claimImportUsage);
      return;
    }
    const { language, base, dryRun, ...given } = importOptions.parse({
      file: claims ?? positionals[0],
      language: values.language,
      base: values.base,
      dryRun: values['dry-run'],
    });
    await withRuntime(async ({ services: { imports, claimBatches } }) => {
      if (claims !== undefined) {
        const { importClaims } = await import('./import-claims.js');
        process.exitCode = await importClaims(claimBatches, { ...given, dryRun, report });
        return;
      }
      const read = await readImport(given.file);
      for (const line of printImportReport(
        await imports.importReviews(read, { language, base, dryRun }, operator),
      ))
        print(line);
    });
  },

  watch,

  erase: async (args) => (await import('./erase.js')).erase(args),
  requeue: async () => (await import('./requeue.js')).requeue(),
  checkpoint,
  export: exportHistory,
  verify,

  help: ([about]) => {
    print(about === 'settings' ? renderSettings() : usage);
    return Promise.resolve();
  },
};

try {
  const args = process.argv.slice(2);
  const name = [args.slice(0, 2).join(' '), args[0] ?? 'help'].find((words) =>
    Object.hasOwn(commands, words),
  );
  const command = name === undefined ? undefined : commands[name];
  if (!command || name === undefined)
    throw new Error(`There is no command "${args.join(' ')}". Try "isnad help".`);
  await command(args.slice(name.split(' ').length));
  process.exit();
} catch (error) {
  if (error instanceof z.ZodError) {
    failToStart(error.issues.map(({ path, message }) => `--${path.join('.')}: ${message}`).join('; '));
  }
  failToStart(error);
}
