import { createPublicKey } from 'node:crypto';
import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { parseArgs } from 'node:util';
import { VerificationError } from '../integrity/checkpoints/verification-error.js';
import { readCheckpoints, readLeavesFiles } from '../integrity/checkpoints/folder.js';
import { readLines } from '../integrity/checkpoints/read-lines.js';
import { publicKey, textOfKey } from '../integrity/checkpoints/statement.js';
import type { DecidedOn } from '../integrity/decisions/decision.js';
import type { CheckedEditions } from '../integrity/editions/check-editions.js';
import type { WrittenByUs } from '../integrity/verify/event-macs.js';
import type { VerifiedDatabase } from '../integrity/verify/verify.service.js';
import { readEnv } from '../platform/config/env.js';
import { hasSecretsKey } from '../platform/secrets/find-secrets-key.js';
import { readKeptLog } from '../integrity/exports/compare-feed.js';
import {
  verifyExport,
  type Invalid,
  type Valid,
  type Witnesses,
} from '../integrity/exports/verify-export.js';
import { lineOf } from '../platform/run-process.js';
import { withRuntime } from './connect.js';
import { followLines } from './follow-lines.js';
import { print } from './print.js';

/** Exit codes: 0 good, 1 bad, 2 nobody can say: it could not be read, or nothing proves it yet. */
export async function verify(args: string[]): Promise<void> {
  try {
    const outcome = await examine(args);
    for (const line of outcome.valid ? describeValid(outcome) : describeInvalid(outcome)) print(line);
    process.exitCode = outcome.valid ? 0 : outcome.unproven === undefined ? 1 : 2;
  } catch (error) {
    process.stderr.write(`isnad: ${lineOf(error)}\n`);
    process.exitCode = 2;
  }
}

type Outcome = Valid | VerifiedDatabase | Invalid;

async function examine(args: string[]): Promise<Outcome> {
  const { values, positionals } = parseArgs({
    args,
    allowPositionals: true,
    options: {
      checkpoints: { type: 'string' },
      key: { type: 'string', multiple: true },
      until: { type: 'string' },
      rate: { type: 'string' },
      'key-since': { type: 'string' },
    },
  });
  const [file, ...more] = positionals;
  if (more.length > 0) throw new Error('isnad verify takes one file at a time.');
  const until = values.until === undefined ? undefined : Number(values.until);
  if (until !== undefined && !Number.isSafeInteger(until)) throw new Error('--until takes a number.');
  const rate = values.rate === undefined ? Infinity : Number(values.rate);
  if (!(rate >= 1)) throw new Error('--rate takes a number of lines a second, from 1.');
  const keySince = Number(values['key-since'] ?? 0);
  if (!Number.isSafeInteger(keySince) || keySince < 0)
    throw new Error('--key-since takes a place in the feed.');
  const keys = await Promise.all((values.key ?? []).map(readKey));
  try {
    const folder = values.checkpoints ?? (file === undefined ? usualFolder() : undefined);
    const witnesses = { ...(folder !== undefined && (await readWitnesses(folder))), keys, until };
    const outcome = await (file === undefined
      ? verifyDatabase(witnesses, { rate, keySince })
      : verifyExport(followLines(readLines(file), rate), witnesses));
    if (folder !== undefined) requireCheckpoints(folder, witnesses, outcome);
    requireCoverage(witnesses, outcome);
    return outcome;
  } catch (error) {
    if (error instanceof VerificationError) return { valid: false, place: error.place, why: error.message };
    throw error;
  }
}

async function readWitnesses(path: string): Promise<Witnesses> {
  try {
    return {
      kept: await readCheckpoints(path),
      leaves: await readLeavesFiles(path),
      log: await readKeptLog(path),
    };
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error;
    throw new Error(`there is no ${path} to read checkpoints from`, { cause: error });
  }
}

/** The one that is named, or the usual one, which is made with the first checkpoint. */
function usualFolder(): string | undefined {
  const { checkpointDir } = readEnv();
  const isNamed = (process.env['CHECKPOINT_DIR'] ?? '') !== '';
  return isNamed || existsSync(checkpointDir) ? checkpointDir : undefined;
}

/** Whoever has emptied the folder could have rewritten everything that it was a witness of. */
function requireCheckpoints(folder: string, { kept = [], log }: Witnesses, outcome: Outcome): void {
  if (!outcome.valid || outcome.last === undefined || kept.length > 0 || log) return;
  throw new Error(
    `${folder} holds no checkpoint, though ${String(outcome.last.statement.number)} were signed: there is nothing to compare with.`,
  );
}

/** Keys and checkpoints that nothing was compared with would be taken for a proof. */
function requireCoverage({ keys = [], kept = [] }: Witnesses, outcome: Outcome): void {
  if (!outcome.valid || outcome.covered > 0 || keys.length + kept.length === 0) return;
  throw new Error(
    'no checkpoint covers any of these events: there is nothing that what you gave could vouch for.',
  );
}

async function verifyDatabase(
  witnesses: Witnesses,
  { rate, keySince }: { rate: number; keySince: number },
): Promise<Outcome> {
  let outcome: Outcome | undefined;
  await withRuntime(async ({ services: { verification } }) => {
    outcome = await verification.verify(witnesses, {
      follow: (lines) => followLines(lines, rate),
      hasKey: hasSecretsKey(readEnv()),
      keySince,
    });
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

function* describeValid(outcome: Valid | VerifiedDatabase): Generator<string> {
  const { counts, last, covered, uncovered, late, rows, decisions, editions } = outcome;
  yield `Good: ${many(counts.events, 'event')} in ${many(counts.chains, 'chain')}, each as it was written.`;
  if (rows === null) yield 'It holds no rows of the tables: these were compared with nothing.';
  else yield `The tables hold what they say: ${many(rows, 'row')}, cell by cell.`;
  if (decisions)
    yield `Whoever approved, moved a claim as an editor does, or gave rights as an admin does had the right to, and approved nothing that they wrote: ${many(decisions.count, 'act')}.`;
  else
    yield 'Not looked at: who decided. Who was an editor then, and who is one person with whom, stands outside the export of one claim.';
  if (editions) yield* describeEditions(editions);
  if ('macs' in outcome) yield* describeWriters(outcome.macs);
  if ('definitions' in outcome)
    yield `Triggers, functions and constraints are those of this version: ${many(outcome.definitions, 'definition')}.`;
  if ('pages' in outcome)
    yield `What follows from that was made again and is the same, as is what was captured: ${many(outcome.pages, 'page')}.`;
  else
    yield 'Not looked at: what follows from the rows, what was captured, and the triggers and constraints of the database. An export holds none of these.';
  if ('weeksPassedOver' in outcome && outcome.weeksPassedOver > 0)
    yield `Not looked at: ${many(outcome.weeksPassedOver, 'week')} of the flow, which the newest events change.`;
  for (const doubt of decisions?.doubts ?? []) yield describeDoubt(doubt);
  if (!last || covered === 0) {
    yield 'No checkpoint covers them: whoever could write to the database could have written all of it anew.';
    return;
  }
  const { number, at, key } = last.statement;
  yield `They are what checkpoint ${String(number)} was signed over on ${at}, with the key ${key}.`;
  if (outcome.unvouched > 0)
    yield `Look at it: nobody vouches for ${many(outcome.unvouched, 'later checkpoint')}, signed with a key that none before named. Nothing counts as covered by that.`;
  if (uncovered > 0)
    yield `No checkpoint covers the newest ${many(uncovered, 'event')} yet: whoever could write to the database could have made them up.`;
  for (const { chain, ordinal, id } of outcome.unprovenDecisions)
    yield `Among them: ${String(chain).replace('/', ' ')}: event ${String(ordinal)}: ${String(id)}.`;
  if (late > 0) yield `Look at them: ${many(late, 'event')} of these are dated well before that checkpoint.`;
}

function* describeWriters(macs: WrittenByUs | null): Generator<string> {
  if (!macs) yield 'Not looked at: whether our own processes wrote the events. That needs SECRETS_KEY_FILE.';
  else yield `Our own processes wrote them, by the key in SECRETS_KEY_FILE: ${many(macs.count, 'event')}.`;
  if (macs && macs.earlier > 0)
    yield `Not looked at: who wrote the first ${many(macs.earlier, 'event')}, before that key.`;
}

function* describeEditions({ count, passedOver }: CheckedEditions): Generator<string> {
  yield `What was approved was made again of what the events had told by then, and is the same: ${many(count, 'edition')}.`;
  if (passedOver > 0)
    yield `Not made again: ${many(passedOver, 'edition')}, of which texts are withheld here or erased, or which have no place in the feed yet.`;
}

function describeDoubt(on: DecidedOn): string {
  const known = 'by somebody who is known by now to be one person with one who';
  switch (on.kind) {
    case 'verdict':
      return `Look at it: revision ${String(on.revision)} of ${on.ref} was approved ${known} wrote it.`;
    case 'notice':
      return `Look at it: the notice about revision ${String(on.revision)} of ${on.ref} was approved ${known} wrote it.`;
    case 'privileged_change':
      return `Look at it: the privileged change ${on.id} was confirmed ${known} asked for it.`;
  }
}

function* describeInvalid({ place, why, unproven = 0 }: Invalid): Generator<string> {
  const { line, chain, ordinal, id, table, row, column, parts, definition } = place;
  const words = [
    line === undefined ? undefined : `line ${String(line)}`,
    chain?.replace('/', ' '),
    ordinal === undefined ? undefined : `event ${String(ordinal)}`,
    id,
    table,
    row === undefined ? undefined : `row ${row}`,
    column === undefined ? undefined : `column ${column}`,
    parts?.join(', '),
    definition,
  ].filter((word) => word !== undefined);
  const told = [...words, why].join(': ');
  if (unproven === 0) yield `Bad: ${told}.`;
  else yield `Not yet proven: ${told}.${unproven > 1 ? ` So are ${many(unproven - 1, 'other event')}.` : ''}`;
}
