import { createPublicKey } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { parseArgs } from 'node:util';
import { VerificationError } from '../integrity/checkpoints/verification-error.js';
import { readCheckpoints, readLeavesFiles } from '../integrity/checkpoints/folder.js';
import { readLines } from '../integrity/checkpoints/read-lines.js';
import { publicKey, textOfKey } from '../integrity/checkpoints/statement.js';
import { readEnv } from '../platform/config/env.js';
import { readKeptLog } from '../integrity/exports/compare-feed.js';
import { verifyExport, type Flawed, type Sound, type Witnesses } from '../integrity/exports/verify-export.js';
import { lineOf } from '../platform/run-process.js';
import { withRuntime } from './connect.js';
import { print } from './print.js';

/** Exit codes: 0 good, 1 bad, 2 it could not be read. */
export async function verify(args: string[]): Promise<void> {
  try {
    const outcome = await examine(args);
    for (const line of outcome.sound ? tellSound(outcome) : tellFlawed(outcome)) print(line);
    process.exitCode = outcome.sound ? 0 : 1;
  } catch (error) {
    process.stderr.write(`isnad: ${lineOf(error)}\n`);
    process.exitCode = 2;
  }
}

async function examine(args: string[]): Promise<Sound | Flawed> {
  const { values, positionals } = parseArgs({
    args,
    allowPositionals: true,
    options: {
      checkpoints: { type: 'string' },
      key: { type: 'string', multiple: true },
      until: { type: 'string' },
    },
  });
  const [file, ...more] = positionals;
  if (more.length > 0) throw new Error('isnad verify takes one file at a time.');
  const until = values.until === undefined ? undefined : Number(values.until);
  if (until !== undefined && !Number.isSafeInteger(until)) throw new Error('--until takes a number.');
  const keys = await Promise.all((values.key ?? []).map(readKey));
  try {
    if (file !== undefined) {
      const witnesses = values.checkpoints === undefined ? {} : await readWitnesses(values.checkpoints);
      return await verifyExport(readLines(file), { ...witnesses, keys, until });
    }
    const witnesses = await readWitnesses(values.checkpoints ?? readEnv().checkpointDir).catch(nothingThere);
    return await verifyDatabase({ ...witnesses, keys, until });
  } catch (error) {
    if (error instanceof VerificationError) return { sound: false, place: error.place, why: error.message };
    throw error;
  }
}

async function readWitnesses(path: string): Promise<Witnesses> {
  return {
    kept: await readCheckpoints(path),
    leaves: await readLeavesFiles(path),
    log: await readKeptLog(path),
  };
}

function nothingThere(error: unknown): Witnesses {
  if ((error as NodeJS.ErrnoException).code === 'ENOENT') return {};
  throw error;
}

/** The database is verified as it would be exported at this moment. */
async function verifyDatabase(witnesses: Witnesses): Promise<Sound | Flawed> {
  let outcome: Sound | Flawed | undefined;
  await withRuntime(async ({ services: { exports } }) => {
    outcome = await exports.read({}, (lines) => verifyExport(lines, witnesses));
  });
  if (!outcome) throw new Error('Isnad could not be read');
  return outcome;
}

/** A public key as checkpoints name it, or a file that holds it. */
async function readKey(given: string): Promise<string> {
  if (publicKey.safeParse(given).success) return given;
  const key = createPublicKey(await readFile(given));
  if (key.asymmetricKeyType !== 'ed25519') throw new Error(`${given} is not a key of Ed25519`);
  return textOfKey(key);
}

const many = (count: number, what: string): string => `${String(count)} ${what}${count === 1 ? '' : 's'}`;

function* tellSound({ counts, last, uncovered, late }: Sound): Generator<string> {
  yield `Good: ${many(counts.events, 'event')} in ${many(counts.chains, 'chain')}, each as it was written.`;
  if (!last) {
    yield 'No checkpoint covers them: whoever could write to the database could have written all of it anew.';
    return;
  }
  const { number, at, key } = last.statement;
  yield `They are what checkpoint ${String(number)} was signed over on ${at}, with the key ${key}.`;
  if (uncovered > 0) yield `No checkpoint covers the newest ${many(uncovered, 'event')} yet.`;
  if (late > 0) yield `Look at them: ${many(late, 'event')} of these are dated well before that checkpoint.`;
}

function* tellFlawed({ place: { line, chain, ordinal, id }, why }: Flawed): Generator<string> {
  const words = [
    line === undefined ? undefined : `line ${String(line)}`,
    chain?.replace('/', ' '),
    ordinal === undefined ? undefined : `event ${String(ordinal)}`,
    id,
  ].filter((word) => word !== undefined);
  yield `Bad: ${[...words, why].join(': ')}.`;
}
