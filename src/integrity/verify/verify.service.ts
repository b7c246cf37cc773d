/** Verifies the whole database in one snapshot: what happened, what the tables hold of it, and what follows from that. */
import type { Pool } from '../../platform/db/client.js';
import { withSnapshot } from '../../platform/db/snapshot.js';
import { VerificationError } from '../checkpoints/verification-error.js';
import { writeExport } from '../exports/export.service.js';
import { verifyExport, type Invalid, type Valid, type Witnesses } from '../exports/verify-export.js';
import { verifyDefinitions } from './definitions.js';
import type { SecretBox } from '../../platform/secrets/secret-box.js';
import { verifyDerivedTables } from './derived-tables.js';
import { verifyEventMacs, type WrittenByUs } from './event-macs.js';
import { verifySides } from './sides.js';
import { editionTexts } from './edition-texts.js';
import { verifyIdentityMacs } from './identity-macs.js';
import { verifyStoredBytes, type FindFault } from './stored-bytes.js';

export interface VerifiedDatabase extends Valid {
  /** Events that processes with the key outside the database wrote; null where that was not looked at. */
  macs: WrittenByUs | null;
  /** Triggers, functions, constraints and columns that are as this version brings them. */
  definitions: number;
  /** Captured pages whose bytes are as they were. */
  pages: number;
  /** Weeks of the flow that were not looked at: the newest events change them. */
  weeksPassedOver: number;
}

type Follow = (lines: AsyncIterable<string>) => AsyncIterable<string>;

interface Options {
  /** Sees each line pass: it may tell how far it has come, or slow it down. */
  follow?: Follow;
  /** The key outside the database is here. */
  hasKey?: boolean;
  /** The place in the feed of the first event that was written under it, where an earlier key was lost. */
  keySince?: number;
}

interface Deps {
  pool: Pool;
  secrets: Pick<SecretBox, 'digest'>;
  findFault: FindFault;
}

export function createVerifyService({ pool, secrets, findFault }: Deps) {
  return {
    verify: (
      witnesses: Witnesses = {},
      { follow = (lines) => lines, hasKey = true, keySince = 0 }: Options = {},
    ): Promise<VerifiedDatabase | Invalid> =>
      withSnapshot(pool, async (snapshot) => {
        const lines = writeExport(snapshot, { claimId: undefined, withRows: true, whole: true });
        const outcome = await verifyExport(follow(lines), witnesses, editionTexts(snapshot));
        if (!outcome.valid) return withoutLine(outcome);
        try {
          const given = { secrets, keySince };
          const macs = hasKey ? await verifyEventMacs(snapshot, given) : null;
          if (hasKey) await verifyIdentityMacs(snapshot, given);
          // What follows is made again by functions of the database.
          const definitions = await verifyDefinitions(snapshot);
          const weeksPassedOver = await verifyDerivedTables(snapshot);
          await verifySides(snapshot);
          return {
            ...outcome,
            macs,
            definitions,
            weeksPassedOver,
            pages: await verifyStoredBytes(snapshot, findFault),
          };
        } catch (error) {
          if (!(error instanceof VerificationError)) throw error;
          return { valid: false, place: error.place, why: error.message };
        }
      }),
  };
}

/** There is no file whose lines somebody could look up. */
const withoutLine = ({ place: { line: _, ...place }, ...invalid }: Invalid): Invalid => ({
  ...invalid,
  place,
});
