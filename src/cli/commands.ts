/** Every command: how it is called, and what runs it. What only one command needs is loaded by that command. */
import { claimImportUsage } from './claim-import-usage.js';

interface Command {
  /** How it is called and what it does, as `isnad help` and its own `--help` show it. */
  usage: string;
  /** What its `--help` says beyond that. */
  more?: string;
  run: (args: string[]) => Promise<void>;
}

export const commands: Record<string, Command> = {
  migrate: {
    usage: `isnad migrate                     bring the database up to date`,
    run: async (args) => (await import('./migrate.js')).migrateDatabase(args),
  },
  seed: {
    usage: `isnad seed [--yes]                load the first article, to try Isnad out; a second time changes nothing.
                                    Needs --yes where there are people in the database already`,
    run: async (args) => (await import('./seed.js')).seed(args),
  },
  'key create': {
    usage: `isnad key create --member REF     make a key and print it once
        [--role reader|checker|editor|admin] [--name TEXT] [--tool]
                                    with --role, the member is created where there is none; with DATABASE_URL it
                                    needs the SECRETS_KEY_FILE of the API`,
    run: async (args) => (await import('./key.js')).createKey(args),
  },
  'key list': {
    usage: `isnad key list [--member REF] [--all]
                                    the keys that work, oldest first: id, member, name, when made, last used, until when;
                                    with --all, those that ended as well`,
    run: async (args) => (await import('./keys.js')).listKeys(args),
  },
  'key revoke': {
    usage: `isnad key revoke ID|NAME [--member REF]
                                    end a key at once, by its id or by its name where only one key has that name;
                                    the history says that the command did it`,
    run: async (args) => (await import('./keys.js')).revokeKey(args),
  },
  checkpoint: {
    usage: `isnad checkpoint [--new-key]      sign the history as it stands now; with --new-key, from the next on with another key`,
    run: async (args) => (await import('./checkpoint.js')).checkpoint(args),
  },
  export: {
    usage: `isnad export [--out FILE|FOLDER] [--claim REF]
                                    write the history, or that of one claim, as JSON Lines`,
    run: async (args) => (await import('./export.js')).exportHistory(args),
  },
  verify: {
    usage: `isnad verify [FILE] [--checkpoints FOLDER|FILE] [--key KEY]… [--until NUMBER] [--rate LINES] [--key-since PLACE]
                                    name the first event that is not as it was written, or the first row that is
                                    not what the events say; of FILE without any server or database; without FILE
                                    of this database, with what follows from its tables, the captured pages, and
                                    the triggers, functions and constraints that hold the tables together.
                                    Ends with 0: good, 1: bad, 2: it could not be read, or nothing proves it yet
                                    (words were withheld since the last checkpoint); --rate: at most so many lines
                                    a second; --key-since: the place in the feed of the first event under the
                                    present key, where an earlier one was lost`,
    run: async (args) => (await import('./verify.js')).verify(args),
  },
  import: {
    usage: `isnad import FILE                 read the ClaimReviews of other publishers from a file of JSON or HTML
        [--language TAG] [--base URL] [--dry-run]
                                    ends with 1 where something was refused
  isnad import --claims FILE        enter claims from CSV or lines of JSON; "isnad import --help" tells of the columns
        [--dry-run] [--report FILE]`,
    more: claimImportUsage,
    run: async (args) => (await import('./import.js')).importFile(args),
  },
  watch: {
    usage: `isnad watch [REF]… [--url URL] [--key KEY]
                                    show claims and what happens to them, as it happens; all of them without REF.
                                    Asks the API: at ISNAD_URL with ISNAD_KEY, or that of a running "npm start"`,
    run: async (args) => (await import('./watch/watch.js')).watch(args),
  },
  erase: {
    usage: `isnad erase KIND ID --reason CODE erase words of people: of a claim, verdict, evidence, contact, task, member (inactive)
                                    or privileged_change (that was never made);
                                    or withhold those of an article, a source, or the quote of a claim;
        [--texts KIND,KIND] [--alone CODE] [--compact]
                                    where two persons could do it by POST /v1/erasures, with --alone only: urgent,
                                    unreachable or concerned (the words are about them), which the event says;
                                    with --compact, also from the files of the database, which rewrites its tables`,
    run: async (args) => (await import('./erase.js')).erase(args),
  },
  adopt: {
    usage: `isnad adopt                       after the database was copied or restored: this installation is the one that
                                    calls webhooks from now on
        [--evidence]                instead: EVIDENCE_DIR is of this database alone, and pages that it does not know are removed`,
    run: async (args) => (await import('./adopt.js')).adopt(args),
  },
  requeue: {
    usage: `isnad requeue                     put everything that is owed back into the queue now`,
    run: async (args) => (await import('./requeue.js')).requeue(args),
  },
};
