import type { WarnThrottled } from '../../platform/throttled-warning.js';
import type { Store } from '../../platform/db/transaction.js';
import { networkOf } from '../../domain/access/address.js';
import { addUses, forgetUses, type NewUse } from './key-use.repository.js';

export type KeyUses = ReturnType<typeof createKeyUses>;

/** Lines kept at most between two writes; beyond that networks are no longer told apart. */
const mostLines = 20_000;
const forgetLimit = 10_000;

/**
 * Which keys are used when, and from where, roughly. Requests only count in memory; once a minute the counts are
 * written. A crash loses that minute: it is what people look at, not what is proven by the events.
 */
export function createKeyUses({
  store: { db },
  days,
  warn,
  now = () => new Date(),
}: {
  store: Store;
  days: number;
  warn: WarnThrottled;
  now?: () => Date;
}) {
  let lines = new Map<string, NewUse>();

  const lineOf = (keyId: string | null, address: string): NewUse => {
    const network = networkOf(address);
    const name = `${keyId ?? ''} ${network}`;
    const known = lines.get(name);
    if (known) return known;
    const full = lines.size >= mostLines;
    const line = { keyId, network: full ? 'other' : network, used: 0, refused: 0, lastAt: now() };
    const key = full ? `${keyId ?? ''} other` : name;
    const shared = lines.get(key) ?? line;
    lines.set(key, shared);
    return shared;
  };
  const note = (what: 'used' | 'refused', keyId: string | null, address: string): void => {
    const line = lineOf(keyId, address);
    line[what]++;
    line.lastAt = now();
  };

  return {
    noteUse: (keyId: string, address: string): void => {
      note('used', keyId, address);
    },

    /** Of a key that is wrong, revoked or expired; null where there is no such key. */
    noteRefusal: (keyId: string | null, address: string): void => {
      note('refused', keyId, address);
    },

    /** Writes down what was noted since the last time; what could not be written is kept for the next. */
    async write(): Promise<void> {
      const noted = lines;
      if (noted.size === 0) return;
      lines = new Map();
      try {
        await addUses(db, [...noted.values()]);
      } catch (error) {
        warn(error, 'the use of keys could not be written down; it will be tried again');
        for (const [name, line] of noted) {
          const newer = lines.get(name);
          if (newer) {
            newer.used += line.used;
            newer.refused += line.refused;
          } else if (lines.size < mostLines) lines.set(name, line);
        }
      }
    },

    forget: (): Promise<number> => forgetUses(db, days, forgetLimit),
  };
}
