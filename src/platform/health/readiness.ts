/** What `/readyz` asks, and what it makes of the answers. */
import { Failure } from '../errors.js';
import { TooLate, within } from '../time-limit.js';

/** Resolves to true, or to what is wrong in words. */
type Look = () => Promise<true | string>;

export interface Check {
  /** The part of the installation that is looked at. */
  part: string;
  /** What is told where it is not well: a word that scripts compare. */
  reason: string;
  /** Whether no request can be answered without it. */
  needed: boolean;
  /** Whether it costs nothing, and is told in the very next answer. */
  atOnce?: boolean;
  look: Look;
}

/** Without it no request can be answered. */
export const requiredCheck = (part: string, reason: string, look: Look): Check => ({
  part,
  reason,
  needed: true,
  look,
});

/** Without it requests are still answered, but not all is as it should be. */
export const degradingCheck = (part: string, reason: string, look: Look): Check => ({
  part,
  reason,
  needed: false,
  look,
});

type Part = { ok: true } | { ok: false; reason: string; why: string };

interface Readiness {
  ready: boolean;
  /** The reasons why it answers, but not as it should. */
  degraded: string[];
  parts: Record<string, Part>;
}

const timeLimitMs = 1_000;

type Looked = { check: Check; part: Part }[];

/** How long an answer is kept for others who ask: anybody may, and each look asks the database several times. */
const heldMs = 500;

/** One look at a time, shared by all who ask, and held for a moment. */
export function createReadiness(
  checks: readonly Check[],
  now: () => number = () => performance.now(),
): () => Promise<Readiness> {
  const known = checks.filter(({ atOnce }) => atOnce === true);
  const asked = checks.filter(({ atOnce }) => atOnce !== true);
  let last: { looked: Promise<Looked>; until: number } | undefined;
  const look = (): Promise<Looked> => {
    if (last && now() < last.until) return last.looked;
    const begun = { looked: lookAt(asked), until: Infinity };
    last = begun;
    void begun.looked.then(() => {
      begun.until = now() + heldMs;
    });
    return begun.looked;
  };
  return async () => summarize([...(await lookAt(known)), ...(await look())]);
}

export const readReadiness = async (checks: readonly Check[]): Promise<Readiness> =>
  summarize(await lookAt(checks));

const lookAt = (checks: readonly Check[]): Promise<Looked> =>
  Promise.all(checks.map(async (check) => ({ check, part: await lookAtOne(check) })));

function summarize(looked: Looked): Readiness {
  const failed = looked.flatMap(({ check, part }) => (part.ok ? [] : [check]));
  return {
    ready: !failed.some(({ needed }) => needed),
    degraded: [...new Set(failed.filter(({ needed }) => !needed).map(({ reason }) => reason))],
    parts: Object.fromEntries(looked.map(({ check, part }) => [check.part, part])),
  };
}

/** A check that hangs is a check that failed: the answer must not wait for it. */
async function lookAtOne({ reason, look }: Check): Promise<Part> {
  try {
    const result = await within(look(), timeLimitMs, 'gave no answer');
    return result === true ? { ok: true } : { ok: false, reason, why: result };
  } catch (error) {
    return { ok: false, reason, why: describeFailure(error) };
  }
}

/** Our own words, or the code alone: a driver's message can hold hosts and user names. */
function describeFailure(error: unknown): string {
  if (error instanceof Failure || error instanceof TooLate) return error.message;
  const code = typeof error === 'object' && error !== null && 'code' in error ? error.code : undefined;
  return typeof code === 'string' ? `failed with ${code}` : 'failed unexpectedly';
}
