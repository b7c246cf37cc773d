/** Words that only the desk may read, each used once: wherever one is found, it tells what leaked. */
import { operator, type Role } from '../../../src/domain/access/rules.js';
import { apiOf } from '../api.js';
import type { Person, TestIsnad } from '../test-runtime.js';

export interface Secrets {
  /** A new one; `about` says in a failing test what it stood for. */
  next: (about: string) => string;
  all: () => readonly string[];
  /** Every secret in this text, as "what it was: the word". */
  findIn: (text: string) => string[];
}

export function createSecrets(): Secrets {
  const words = new Map<string, string>();
  return {
    next: (about) => {
      const word = `zqcanary${String(words.size + 1)}z`;
      words.set(word, about);
      return word;
    },
    all: () => [...words.keys()],
    findIn: (text) =>
      [...new Set(text.match(/zqcanary\d+z/gi) ?? [])].map(
        (word) => `${words.get(word.toLowerCase()) ?? 'something'}: ${word}`,
      ),
  };
}

/** The ratings of what was never published; the list of ratings is for all. */
export const hiddenRatings = { right: 'zqhidden-right', wrong: 'zqhidden-wrong' };

const desk = { checker: 'checker', checker2: 'checker', editor: 'editor', editor2: 'editor' } as const;

export interface SecretDesk extends TestIsnad {
  refs: Record<Person, string>;
}

/** The same installation with people at its desk whose names and refs are secrets. */
export async function hirePeople(isnad: TestIsnad, secrets: Secrets): Promise<SecretDesk> {
  const { members, keys: keyService } = isnad.services;
  const keys = { ...isnad.keys };
  const refs = Object.fromEntries(Object.keys(keys).map((ref) => [ref, ref])) as Record<Person, string>;
  for (const [person, role] of Object.entries(desk) as [Person, Role][]) {
    const ref = secrets.next(`ref of a member, the ${person}`);
    const name = secrets.next(`name of a member, the ${person}`);
    await members.ensure({ ref, kind: 'person', name, role, languages: [], topics: [] }, operator);
    const made = await keyService.createKey(
      { memberRef: ref, name: secrets.next('name of a key') },
      operator,
    );
    keys[person] = made.key;
    refs[person] = ref;
  }
  const api = apiOf(isnad.app);
  return { ...isnad, keys, refs, as: (person) => api.as(keys[person]) };
}
