import { open } from 'node:fs/promises';
import { operator } from '../domain/access/rules.js';
import type { ClaimBatches, ItemOutcome } from '../resources/claims/claim-batch.service.js';
import { lineOf } from '../platform/run-process.js';
import { readClaimFile, type ClaimLine } from './claim-file.js';
import { print, printable } from './print.js';

const batchSize = 500;
/** What is printed at most; the report holds all of them. */
const mostRefusals = 50;

/** Enters the claims of a file batch by batch; the exit code. */
export async function importClaims(
  batches: ClaimBatches,
  { file, dryRun, report }: { file: string; dryRun: boolean; report: string | undefined },
): Promise<number> {
  const counts = { created: 0, exists: 0, refused: 0 };
  const output = report === undefined ? undefined : await open(report, 'w', 0o600);
  const settle = async (lines: readonly ClaimLine[]): Promise<void> => {
    const outcomes = await batches.enter(
      lines.map(({ item }) => item),
      operator,
      { dryRun },
    );
    for (const outcome of outcomes) {
      const line = lines[outcome.index]?.line ?? 0;
      counts[outcome.outcome]++;
      if (outcome.outcome === 'refused' && counts.refused <= mostRefusals) print(refusal(line, outcome));
      await output?.write(`${JSON.stringify(reported(line, outcome))}\n`);
    }
    if (process.stderr.isTTY) process.stderr.write(`\r${summary(counts, dryRun)}\x1b[K`);
  };
  try {
    let waiting: ClaimLine[] = [];
    for await (const one of readClaimFile(file)) {
      if (waiting.push(one) < batchSize) continue;
      await settle(waiting);
      waiting = [];
    }
    await settle(waiting);
  } catch (error) {
    process.stderr.write(`isnad: ${printable(lineOf(error))}\n`);
    return 2;
  } finally {
    if (process.stderr.isTTY) process.stderr.write('\r\x1b[K');
    print(summary(counts, dryRun));
    await output?.close();
  }
  return counts.refused > 0 ? 1 : 0;
}

const summary = (
  { created, exists, refused }: Record<'created' | 'exists' | 'refused', number>,
  dryRun: boolean,
): string =>
  `${String(created)} ${dryRun ? 'would be created' : 'created'}, ${String(exists)} exist already, ${String(refused)} refused`;

function reported(line: number, { index: _, ...outcome }: ItemOutcome): object {
  if (outcome.outcome !== 'refused') return { line, ...outcome };
  const { failure, ...rest } = outcome;
  const { code = failure.kind, faults = [], extra } = failure.details;
  return { line, ...rest, problem: { ...extra, code, detail: failure.message, errors: faults } };
}

function refusal(
  line: number,
  { ref, externalId, failure }: Extract<ItemOutcome, { outcome: 'refused' }>,
): string {
  const name = ref ?? externalId;
  const faults = (failure.details.faults ?? []).map(({ pointer, message }) => `${pointer || '/'} ${message}`);
  const where = `line ${String(line)}${name === undefined ? '' : ` (${name})`}`;
  return printable([`${where}: ${failure.message}`, faults.join('; ')].join(' ').trim());
}
