/** Has the newest checkpoint witnessed outside: a time stamp beside it in the folder, and a copy where the operator wants one. */
import { readFile } from 'node:fs/promises';
import { pathExists } from '../../platform/path-exists.js';
import { allowanceFor } from '../../domain/access/allowance.js';
import { createOutbound, type Outbound } from '../../platform/outbound/outbound.js';
import type { Trace } from '../../platform/tracing/trace.js';
import { writeWhole } from '../../platform/write-file-atomically.js';
import { fileOf, newestNumber } from './folder.js';
import { isGranted, timeStampQuery } from './time-stamp.js';

export interface Attesting {
  /** An authority for time stamps (RFC 3161). */
  tsaUrl: string | undefined;
  /** Where each new checkpoint is sent. */
  sendUrl: string | undefined;
  outbound: Outbound;
}

/** The operator names both addresses, so both may be inside. */
export function attestThrough(
  { tsaUrl, sendUrl }: Pick<Attesting, 'tsaUrl' | 'sendUrl'>,
  trace: Trace | undefined,
): Attesting {
  const allow = [tsaUrl, sendUrl].filter((url) => url !== undefined).map(allowanceFor);
  return { tsaUrl, sendUrl, outbound: createOutbound({ allow, trace }) };
}

const limits = { connectMs: 5_000, answerMs: 20_000, wholeMs: 30_000, bytes: 65_536, bytesPerSecond: 100 };

interface Owed {
  number: number;
  stamp: string | undefined;
  copy: string | undefined;
}

/** What the newest checkpoint lacks; an older one is named by it, and vouched for along with it. */
async function findOwed(dir: string, { tsaUrl, sendUrl }: Attesting): Promise<Owed | undefined> {
  const number = await newestNumber(dir);
  if (number === undefined) return undefined;
  const lacks = async (url: string | undefined, ending: string) =>
    url !== undefined && !(await pathExists(fileOf(dir, number, ending))) ? url : undefined;
  const owed = { number, stamp: await lacks(tsaUrl, '.tsr'), copy: await lacks(sendUrl, '.sent') };
  return owed.stamp === undefined && owed.copy === undefined ? undefined : owed;
}

export const isAttestationOwed = async (dir: string, attesting: Attesting): Promise<boolean> =>
  (await findOwed(dir, attesting)) !== undefined;

/** Throws where an answer is not what it should be; what was done by then is not done again. */
export async function attestCheckpoint(dir: string, attesting: Attesting): Promise<void> {
  const owed = await findOwed(dir, attesting);
  if (!owed) return;
  const { number, stamp, copy } = owed;
  const document = await readFile(fileOf(dir, number, '.json'));
  if (copy !== undefined) {
    const { status } = await attesting.outbound.call({
      method: 'POST',
      url: copy,
      headers: { 'content-type': 'application/json' },
      body: document,
      limits,
    });
    if (status < 200 || status > 299)
      throw new Error(`CHECKPOINT_SEND_URL answered ${String(status)} to checkpoint ${String(number)}`);
    await writeWhole(fileOf(dir, number, '.sent'), `${new URL(copy).host}\n`);
  }
  if (stamp !== undefined) {
    const query = timeStampQuery(document);
    const { status, bytes } = await attesting.outbound.call({
      method: 'POST',
      url: stamp,
      headers: { 'content-type': 'application/timestamp-query' },
      body: query.bytes,
      limits,
    });
    if (status !== 200 || !isGranted(bytes, query))
      throw new Error(`TSA_URL gave no time stamp for checkpoint ${String(number)} (${String(status)})`);
    await writeWhole(fileOf(dir, number, '.tsr'), bytes);
  }
}
