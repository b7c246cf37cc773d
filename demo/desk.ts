import { isDeepStrictEqual } from 'node:util';
import { setTimeout as pause } from 'node:timers/promises';

/** Where the play is told; what it checks, it says, and ends where it is not so. */
export interface Stage {
  title: (text: string) => void;
  line: (text: string) => void;
  check: (what: string, actual: unknown, expected: unknown) => void;
}

export function createStage(write: (line: string) => void): Stage {
  const line = (text: string): void => {
    write(`   ${text}`);
  };
  return {
    title: (text) => {
      write(`\n── ${text}`);
    },
    line,
    check: (what, actual, expected) => {
      if (!isDeepStrictEqual(actual, expected)) {
        throw new Error(`${what}: expected ${JSON.stringify(expected)}, but it is ${JSON.stringify(actual)}`);
      }
      line(`✓ ${what}: ${typeof actual === 'string' ? actual : JSON.stringify(actual)}`);
    },
  };
}

/** Asks again until the answer is the one waited for; workers do their part in between. */
export async function until(what: string, ask: () => Promise<boolean>, limitMs = 10_000): Promise<void> {
  const deadline = Date.now() + limitMs;
  while (!(await ask())) {
    if (Date.now() > deadline) throw new Error(`${what}: not within ${String(limitMs / 1000)} s`);
    await pause(25);
  }
}
