import type { Caller } from '../../domain/access/rules.js';
import type { Pool } from '../db/client.js';
import { readRights, rightsOf } from './rights.queries.js';

/** What is sent checks for itself too: this is how soon somebody is woken to whom nothing is being sent. */
const lookEveryMs = 400;

export type RightsWatch = ReturnType<typeof createRightsWatch>;

interface Deps {
  pool: Pool;
  /** Called before anybody is woken: credentials that are kept are not true any more. */
  forget: () => void;
}

/**
 * Wakes those who wait or listen when their role changes, or their key, session or membership ends. All of a process cost one
 * query at a time, and none while nobody waits.
 */
export function createRightsWatch({ pool, forget }: Deps) {
  const holders = new Map<string, { isSession: boolean; rights: string; wakes: Set<() => void> }>();
  let timer: NodeJS.Timeout | undefined;

  const look = async (): Promise<void> => {
    const names = [...holders.keys()];
    const isSession = (name: string): boolean => holders.get(name)?.isSession === true;
    const found = await readRights(pool, {
      keys: names.filter((name) => !isSession(name)),
      sessions: names.filter(isSession),
    });
    const woken = names.flatMap((name) => {
      const holder = holders.get(name);
      const rights = found.get(name) ?? 'none';
      if (!holder || holder.rights === rights) return [];
      holder.rights = rights;
      return [...holder.wakes];
    });
    if (woken.length === 0) return;
    forget();
    for (const wake of woken) wake();
  };

  let looking: Promise<void> | undefined;
  const begin = (): void => {
    timer ??= setInterval(() => {
      // While the database does not answer nobody is woken, and nothing is sent either.
      looking ??= look()
        .catch(() => undefined)
        .finally(() => {
          looking = undefined;
        });
    }, lookEveryMs).unref();
  };

  /** Calls `wake` when what this caller may do has changed; gives back what ends that. */
  return (caller: Caller, wake: () => void): (() => void) => {
    const known = rightsOf({ ...caller, valid: true });
    const name = caller.session ?? caller.keyId;
    const isSession = caller.session !== undefined;
    const holder = holders.get(name) ?? { isSession, rights: known, wakes: new Set() };
    // One of the two is out of date: the next look finds out which, and wakes both.
    if (holder.rights !== known) holder.rights = 'unknown';
    holders.set(name, holder);
    holder.wakes.add(wake);
    begin();
    return () => {
      holder.wakes.delete(wake);
      if (holder.wakes.size > 0 || holders.get(name) !== holder) return;
      holders.delete(name);
      if (holders.size > 0) return;
      clearInterval(timer);
      timer = undefined;
    };
  };
}
