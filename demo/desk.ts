import { isDeepStrictEqual } from 'node:util';
import { setTimeout as pause } from 'node:timers/promises';

export interface Answer {
  status: number;
  location: string;
  // What an answer holds is looked at by path, and every look is checked.
  body: unknown;
}

export type Ask = (
  method: string,
  path: string,
  body?: unknown,
  headers?: Record<string, string>,
) => Promise<Answer>;

/** Everything the demo does, it does over HTTP, as one of the people of the house. */
export const asking =
  (url: string, key: string): Ask =>
  async (method, path, body, headers) => {
    const response = await fetch(new URL(path, url), {
      method,
      headers: {
        Authorization: `Bearer ${key}`,
        ...(body !== undefined && { 'Content-Type': 'application/json' }),
        ...headers,
      },
      ...(body !== undefined && { body: JSON.stringify(body) }),
    });
    const text = await response.text();
    return {
      status: response.status,
      location: response.headers.get('location') ?? '',
      body: text === '' ? undefined : JSON.parse(text),
    };
  };

/** The member of a JSON document at a path such as `items.0.ref`; undefined where there is none. */
export const at = (document: unknown, path: string): unknown =>
  path
    .split('.')
    .reduce<unknown>((part, name) => (part as Record<string, unknown> | undefined)?.[name], document);

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
