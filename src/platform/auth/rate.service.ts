import type { RateLimits } from '../config/env.js';
import type { WarnThrottled } from '../throttled-warning.js';
import { Failure } from '../errors.js';
import type { Caller, Role } from '../../domain/access/rules.js';
import { costWithin, judgeRate, slotOf, windowMs, type RatePolicy } from '../../domain/access/rate.js';
import { createRateBooks, type Book, type Counted } from './rate-books.js';

export type Rates = ReturnType<typeof createRates>;

/** What several processes know together. */
export interface RateStore {
  /** Adds each amount and gives back what all have used, in that window and in the one before. */
  exchange(amounts: Amount[]): Promise<Total[]>;
  close?(): Promise<void>;
}
export interface Amount {
  subject: string;
  slot: number;
  amount: number;
}
export interface Total {
  subject: string;
  slot: number;
  used: number;
}

type RateKind = 'reads' | 'writes';
type SetHeader = (name: string, value: string) => void;

/**
 * Counts in this process and answers from its own books at once; about once a second it tells the store of all
 * processes what was used here and learns what was used elsewhere. Without the store, each process goes on
 * with what it knows.
 */
export function createRates({
  limits,
  store,
  warn,
  now = Date.now,
}: {
  limits: RateLimits;
  store: RateStore;
  warn: WarnThrottled;
  now?: () => number;
}) {
  const books = createRateBooks();
  const policies = preparePolicies(limits);
  let late: Amount[] = [];

  const bookOf = (counted: Counted, slot: number): Book =>
    // What the window that ended has not sent yet still goes to the store, under the window it belongs to.
    books.open(counted, slot, (subject, { slot: ended, unsent }) => {
      late.push({ subject, slot: ended, amount: unsent });
    });

  const limit = (
    counted: () => Counted,
    { policy, policyHeader }: Prepared,
    asked: number,
    setHeader: SetHeader,
  ): void => {
    if (policy.quota === 0) return;
    const cost = costWithin(policy, asked);
    const at = now();
    const book = bookOf(counted(), slotOf(at));
    const { admitted, remaining, seconds } = judgeRate(policy, book, cost, at);
    if (admitted) {
      book.used += cost;
      book.unsent += cost;
    }
    setHeader('RateLimit-Policy', policyHeader);
    setHeader('RateLimit', `"${policy.name}";r=${String(remaining)};t=${String(seconds)}`);
    if (!admitted) throw tooMany(policy, seconds);
  };

  const exchange = async (): Promise<void> => {
    const slot = slotOf(now());
    const sent = [...late];
    late = [];
    for (const [subject, book] of books.unsent(slot)) {
      sent.push({ subject, slot: book.slot, amount: book.unsent });
      book.unsent = 0;
    }
    if (sent.length === 0) return;
    try {
      for (const { subject, slot: of, used } of await store.exchange(sent)) {
        const book = books.find(subject);
        // Never less than what was seen here: a store may have lost what it knew.
        if (book?.slot === of) book.used = Math.max(book.used, used + book.unsent);
        if (book?.slot === of + 1) book.before = Math.max(book.before, used);
      }
    } catch (error) {
      warn(error, 'rate limits are not shared at the moment; each process counts for itself');
      for (const amount of sent) {
        const book = books.find(amount.subject);
        if (book?.slot === amount.slot) book.unsent += amount.amount;
      }
    }
  };

  return {
    /** Within the limits of the caller's role, or throws 429; tells how much is left in either case. */
    limitCaller: (
      caller: Pick<Caller, 'keyId' | 'role'>,
      kind: RateKind,
      cost: number,
      setHeader: SetHeader,
    ): void => {
      const prepared = policies[kind][caller.role];
      limit(() => books.ofKey(prepared.prefix, caller.keyId), prepared, cost, setHeader);
    },
    /** Counts a failed sign-in; throws 429 where there were too many from this address. */
    limitFailures: (address: string, setHeader: SetHeader): void => {
      limit(() => books.ofAddress(policies.failures.prefix, address), policies.failures, 1, setHeader);
    },
    /** Throws 429 where no failure is left to this address: what costs more than a look is not even tried then. */
    blockAfterFailures: (address: string): void => {
      const { policy, prefix } = policies.failures;
      if (policy.quota === 0) return;
      const at = now();
      const book = bookOf(books.ofAddress(prefix, address), slotOf(at));
      const { admitted, seconds } = judgeRate(policy, book, 1, at);
      if (!admitted) throw tooMany(policy, seconds);
    },
    /** Counts a request for what is public; throws 429 where there were too many from this address. */
    limitPublic: (address: string, setHeader: SetHeader, cost = 1): void => {
      limit(
        () => books.ofAddress(policies.publicReads.prefix, address),
        policies.publicReads,
        cost,
        setHeader,
      );
    },
    exchange,
    close: async (): Promise<void> => {
      await exchange();
      await store.close?.();
    },
  };
}

interface Prepared {
  policy: RatePolicy;
  prefix: string;
  /** `RateLimit-Policy`, written once. */
  policyHeader: string;
}

function preparePolicies({ reads, writes, failures, publicReads }: RateLimits) {
  const prepare = (name: string, quota: number): Prepared => ({
    policy: { name, quota },
    prefix: `${name} `,
    policyHeader: `"${name}";q=${String(quota)};w=${String(windowMs / 1000)}`,
  });
  const byRole = (name: RateKind, quotas: Readonly<Record<Role, number>>) =>
    Object.fromEntries(Object.entries(quotas).map(([role, quota]) => [role, prepare(name, quota)])) as Record<
      Role,
      Prepared
    >;
  return {
    reads: byRole('reads', reads),
    writes: byRole('writes', writes),
    failures: prepare('failures', failures),
    publicReads: prepare('public', publicReads),
  };
}

const tooMany = ({ name }: RatePolicy, seconds: number): Failure =>
  new Failure('limited', `Too many requests. Ask again in ${String(seconds)} seconds.`, {
    code: 'rate_limited',
    retryAfter: seconds,
    extra: { 'violated-policies': [name] },
  });
