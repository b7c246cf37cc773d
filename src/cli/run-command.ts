/** Which command is meant by what was given, and what is wrong with it in one line. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { loadEnvFile } from '../platform/config/load-env-file.js';
import { renderSettings } from '../platform/config/settings.js';
import { projectRoot } from '../platform/project-root.js';
import { lineOf } from '../platform/run-process.js';
import { commands } from './commands.js';
import { print } from './print.js';

const usage = `isnad: the record of claims in the news

${Object.values(commands)
  .map((command) => `  ${command.usage}`)
  .join('\n')}
  isnad help [settings]             this list, or every setting with its default
  isnad --version                   which version this is

"--help" after a command tells of that one, and does nothing else.
DATABASE_URL says where the database is; without it, the one of "npm start" in ISNAD_DIR is used. Settings are
taken from the environment, and from the file .env where this is called.
`;

/** Rejects with what is to be said where it cannot be done. */
export async function runCommand(args: string[]): Promise<void> {
  try {
    await run(args);
  } catch (error) {
    throw explain(error, args);
  }
}

async function run(args: string[]): Promise<void> {
  const [first = 'help', second] = args;
  const options = args.slice(0, args.includes('--') ? args.indexOf('--') : undefined);
  const named = [`${first} ${second ?? ''}`, first].find((name) => Object.hasOwn(commands, name));
  const command = named === undefined ? undefined : commands[named];
  if (options.includes('--version')) print(readVersion());
  else if (first === 'help' || first === '--help' || first === '-h')
    print(second === 'settings' ? renderSettings() : usage);
  else if (options.includes('--help') || options.includes('-h')) print(describe(command ? named : first));
  else if (!command || named === undefined)
    throw new Error(`There is no command "${args.join(' ')}". Try "isnad help".`);
  else {
    loadEnvFile();
    await command.run(args.slice(named.split(' ').length));
  }
}

/** Of a command, or of all that begin with the word. */
function describe(name = ''): string {
  const found = Object.entries(commands).filter(([each]) => each === name || each.startsWith(`${name} `));
  if (found.length === 0) throw new Error(`There is no command "${name}". Try "isnad help".`);
  return found.map(([, command]) => [command.usage, command.more].filter(Boolean).join('\n\n')).join('\n');
}

function readVersion(): string {
  const { version } = JSON.parse(readFileSync(join(projectRoot, 'package.json'), 'utf8')) as {
    version: string;
  };
  return version;
}

/** What was wrong with what was given, and where to read what may be. */
function explain(error: unknown, [first = '']: string[]): unknown {
  if (error instanceof z.ZodError)
    return new Error(error.issues.map(({ path, message }) => `--${path.join('.')}: ${message}`).join('; '));
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  if (code.startsWith('ERR_PARSE_ARGS_'))
    return new Error(`${lineOf(error)}. "isnad ${first} --help" says what may be given.`);
  return error;
}
