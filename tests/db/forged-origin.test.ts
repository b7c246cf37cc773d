/** Events that were put into the database by hand, with rows that agree with them: by none of our processes. */
import { afterEach, beforeEach, expect, it } from 'vitest';
import { chainEvent, instantOf } from '../../src/domain/event/chain.js';
import { newId } from '../../src/platform/db/new-id.js';
import { createSecretBox } from '../../src/platform/secrets/secret-box.js';
import { writeEventsUnder } from '../../src/platform/secrets/event-mac.js';
import { createVerifyService } from '../../src/integrity/verify/verify.service.js';
import { enterClaim, publishVerdict } from '../support/desk.js';
import { testSecrets } from '../support/secrets.js';
import { createIsnad, type TestIsnad } from '../support/test-runtime.js';
import { verifyTables } from '../support/verify-database.js';

let isnad: TestIsnad;
beforeEach(async () => {
  isnad = await createIsnad({ seeded: true });
});
afterEach(() => isnad.close());

interface Forged {
  type: string;
  claim: string;
  data: object;
  /** Rows that are to agree with it. */
  change: string;
}

/** As the application, with the hash that belongs to it; `mac`: whatever stands where that of ours would. */
async function forge({ type, claim, data, change }: Forged, mac: Buffer | null): Promise<string> {
  const { pool } = isnad.database;
  const { rows } = await pool.query<{ id: string; ordinal: number; head: string; micros: string }>(
    `SELECT c.id, c.version AS ordinal, encode(e.hash, 'hex') AS head, micros_of(e.at) AS micros
     FROM claims c JOIN events e ON e.claim_id = c.id AND e.ordinal = c.version WHERE c.ref = $1`,
    [claim],
  );
  const [end] = rows;
  if (!end) throw new Error('there is no such claim');
  const [id, at] = [newId(), instantOf(end.micros)];
  const subject = { type: 'claim', id: end.id };
  const event = {
    id,
    type,
    subject,
    claim: end.id,
    ordinal: end.ordinal + 1,
    actor: null,
    key: null,
    data,
    at,
  };
  const { hash } = chainEvent(end.head, event);
  await pool.query(`
    BEGIN;
    INSERT INTO events (id, type, subject_type, subject_id, claim_id, ordinal, data, at, prev_hash, hash, mac)
    VALUES ('${id}', '${type}', 'claim', '${end.id}', '${end.id}', ${String(event.ordinal)}, '${JSON.stringify(data)}', '${at}',
      '\\x${end.head}', '\\x${hash}', ${mac ? `'\\x${mac.toString('hex')}'` : 'NULL'});
    UPDATE claims SET version = version + 1, updated_at = '${at}'${change === '' ? '' : `, ${change}`} WHERE id = '${end.id}';
    COMMIT`);
  return id;
}

const byHand = expect.stringContaining('by none of our processes') as string;

const idOf = async (ref: string): Promise<string> =>
  (await isnad.store.db.claim.findUniqueOrThrow({ where: { ref }, select: { id: true } })).id;

it.each([
  ['nothing', null],
  ['anything', Buffer.alloc(32, 7)],
])('an event and what it tells of are found, with %s in the place of the mac', async (_, mac) => {
  const claim = await enterClaim(isnad);
  await publishVerdict(isnad, claim);
  expect(await verifyTables(isnad)).toMatchObject({ valid: true });
  const rows = { now: { claims: [{ id: await idOf(claim), topics: ['rumors'] }] } };
  const told = { type: 'claim.ceased_contested', claim, data: { rows } };
  const id = await forge({ ...told, change: `topics = '{rumors}'` }, mac);
  await isnad.relay();
  expect(await verifyTables(isnad)).toMatchObject({
    valid: false,
    place: { id },
    why: byHand,
  });
});

it('where the key was lost, what was written before is not looked at if that is asked for, and what comes by hand later is found', async () => {
  const before = await enterClaim(isnad);
  await isnad.relay();
  const { pool } = isnad.database;
  const secrets = createSecretBox(() => Buffer.alloc(32, 'another key'));
  const { verify } = createVerifyService({ pool, secrets, findFault: () => Promise.resolve(undefined) });
  let after: string;
  writeEventsUnder(secrets);
  try {
    after = await enterClaim(isnad);
  } finally {
    writeEventsUnder(testSecrets);
  }
  await isnad.relay();
  const { rows } = await pool.query<{ position: string }>(
    `SELECT min(f.position) AS position FROM feed f JOIN events e ON e.seq = f.event_seq WHERE e.claim_id = $1`,
    [await idOf(after)],
  );
  const keySince = Number(rows[0]?.position);
  expect(await verify()).toMatchObject({ valid: false, why: byHand });
  expect(await verify({}, { keySince })).toMatchObject({ valid: true, macs: { earlier: keySince - 1 } });
  await forge({ type: 'claim.ceased_contested', claim: before, data: {}, change: '' }, null);
  await isnad.relay();
  expect(await verify({}, { keySince })).toMatchObject({ valid: false, why: byHand });
});

it('where no event is of the key that is given, that is said, and nothing about the events', async () => {
  await enterClaim(isnad);
  const { pool } = isnad.database;
  const verifyUnder = (key: string, hasKey = true) =>
    createVerifyService({
      pool,
      secrets: createSecretBox(() => Buffer.alloc(32, key)),
      findFault: () => Promise.resolve(undefined),
    }).verify({}, { hasKey });
  await expect(verifyUnder('another key')).rejects.toThrow(/SECRETS_KEY_FILE/);
  expect(await verifyUnder('another key', false)).toMatchObject({ valid: true, macs: null });
});
