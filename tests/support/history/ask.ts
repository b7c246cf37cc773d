/** One request to whichever API luck chooses, and what may be believed of its answer. */
import { randomUUID } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import type { Person } from '../test-runtime.js';
import type { Luck } from '../random.js';
import type { Book, Kind, Outcome } from './book.js';

export interface Town {
  keys: Record<Person, string>;
  /** Addresses of the APIs that should be up. */
  urls: () => readonly string[];
  luck: Luck;
  book: Book;
  over: () => boolean;
}

interface Answer {
  status: number;
  body: unknown;
  tag: string | null;
}

interface Question {
  body?: object;
  headers?: Record<string, string>;
}

const patienceMs = 12_000;

/** Undefined where no answer came. */
export async function ask(
  { keys, urls, luck, book }: Town,
  person: Person,
  [method, path]: readonly [string, string],
  { body, headers }: Question = {},
): Promise<Answer | undefined> {
  try {
    const response = await fetch(`${luck.oneOf(urls())}${path}`, {
      method,
      headers: {
        Authorization: `Bearer ${keys[person]}`,
        ...(body && { 'Content-Type': 'application/json' }),
        ...headers,
      },
      ...(body && { body: JSON.stringify(body) }),
      signal: AbortSignal.timeout(patienceMs),
    });
    const text = await response.text();
    const { status } = response;
    if (status >= 500 && status !== 503) book.violations.push(`${method} ${path}: ${String(status)} ${text}`);
    return { status, body: parse(text), tag: response.headers.get('etag') };
  } catch {
    return undefined;
  }
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** With 503 the answer may have been lost on the way from the database; a key that is at work says 409. */
const outcomeOf = (answer: Answer | undefined): Outcome => {
  if (!answer || answer.status >= 500) return 'unknown';
  if (answer.status < 300) return 'done';
  return (answer.body as { code?: string } | undefined)?.code === 'request_under_way' ? 'unknown' : 'refused';
};

/** Writes under a tag and notes what came of it. Half of them insist, under a key, until they know. */
export async function write(
  town: Town,
  kind: Kind,
  person: Person,
  path: string,
  makeBody: (tag: string) => object,
): Promise<Outcome> {
  const tag = town.book.newTag();
  const insists = town.luck.once(2);
  const headers = insists ? { 'Idempotency-Key': `"${randomUUID()}"` } : {};
  const send = () => ask(town, person, ['POST', path], { body: makeBody(tag), headers });
  let outcome = outcomeOf(await send());
  for (let left = 30; insists && outcome === 'unknown' && left > 0; left--) {
    await pause(300);
    outcome = outcomeOf(await send());
  }
  town.book.entries.push({ tag, kind, outcome });
  return outcome;
}
