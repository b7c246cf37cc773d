import { createHash } from 'node:crypto';
import type { Db, Tx } from '../db/client.js';
import type { StepRow } from '../db/transaction-steps.js';
import type { Answer, WriteName } from './stored-write.js';

export interface Write {
  id: Uint8Array;
  name: WriteName;
  fingerprint: Uint8Array;
}

/** What is kept of one write: its steps in any order, and the answer once it was given. */
export interface KeptWrite {
  fingerprint: Uint8Array;
  steps: Map<number, unknown>;
  answer: Answer | undefined;
}

/** Two callers, or two operations, may use the same words: only all three together name a write. */
export const idOf = ({ keyId, operation, key }: WriteName): Uint8Array<ArrayBuffer> =>
  Uint8Array.from(
    createHash('sha256')
      .update(JSON.stringify([keyId, operation, key]))
      .digest(),
  );

export async function findWrite(db: Db, id: Uint8Array): Promise<KeptWrite | undefined> {
  const rows = await db.$queryRaw<
    { step: number; fingerprint: Uint8Array; result: string | null; answer: string | null }[]
  >`SELECT step, fingerprint, result, answer FROM safe_writes WHERE id = ${id} ORDER BY step`;
  const [first] = rows;
  if (!first) return undefined;
  return {
    fingerprint: first.fingerprint,
    steps: new Map(rows.map(({ step, result }) => [step, result === null ? undefined : parse(result)])),
    answer: first.answer === null ? undefined : (parse(first.answer) as Answer),
  };
}

/** Enters a step, until the transaction ends; false where another request is at it or has done it. */
export async function enterStep(tx: Tx, row: StepRow): Promise<boolean> {
  const [step] = await tx.$queryRaw<[{ entered: boolean }]>`
    SELECT enter_step(${JSON.stringify(row)}::jsonb) AS entered`;
  return step.entered;
}

/** What is entered; with its result, where one statement does all of the step. */
export const stepRow = ({ id, name, fingerprint }: Write, step: number, result?: unknown): StepRow => ({
  id: Buffer.from(id).toString('hex'),
  number: step,
  key: name.keyId,
  operation: name.operation,
  fingerprint: Buffer.from(fingerprint).toString('hex'),
  result: JSON.stringify(result),
  lock: String(Buffer.from(id).readBigInt64BE()),
});

export async function recordResult(tx: Tx, id: Uint8Array, step: number, result: unknown): Promise<void> {
  await tx.$executeRaw`
    UPDATE safe_writes SET result = ${JSON.stringify(result)} WHERE id = ${id} AND step = ${step}`;
}

/**
 * Keeps the answer to a write that had an effect, unless one is kept already; false then. Losing it in a crash
 * of the database costs no more than rendering it again, so its commit does not wait for the disk.
 */
export async function keepAnswer(db: Db, { id, fingerprint }: Write, answer: Answer): Promise<boolean> {
  const rows = await db.$queryRaw<unknown[]>`
    UPDATE safe_writes SET answer = ${JSON.stringify(answer)} WHERE id = ${id} AND step = 0 AND answer IS NULL AND fingerprint = ${fingerprint}
    RETURNING set_config('synchronous_commit', 'off', true)`;
  return rows.length === 1;
}

/** Keeps the answer to a write that changed nothing; false where meanwhile the same request did something. */
export async function keepRefusal(
  db: Db,
  { id, name, fingerprint }: Write,
  answer: Answer,
): Promise<boolean> {
  const kept = await db.$executeRaw`
    INSERT INTO safe_writes (id, step, key_id, operation, fingerprint, answer)
    VALUES (${id}, 0, ${name.keyId}::uuid, ${name.operation}, ${fingerprint}, ${JSON.stringify(answer)})
    ON CONFLICT DO NOTHING`;
  return kept === 1;
}

/** Forgets the oldest writes of more than so many days ago; how many rows that were. */
export const forgetWrites = (db: Db, days: number, limit: number): Promise<number> =>
  db.$executeRaw`
    DELETE FROM safe_writes WHERE (id, step) IN (
      SELECT id, step FROM safe_writes WHERE created_at < now() - make_interval(days => ${days}::int)
      ORDER BY created_at LIMIT ${limit})`;

const parse = (json: string): unknown => JSON.parse(json);
