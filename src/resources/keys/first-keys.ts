import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import { operator, type Actor, type Role } from '../../domain/access/rules.js';

interface Deps {
  members: { ensure: (member: NewMember, actor: Actor) => Promise<{ ref: string }> };
  keys: {
    createKey: (key: { memberRef: string; name: string }, actor: Actor) => Promise<{ key: string }>;
  };
  authenticateKey: (key: string) => Promise<{ ref: string } | undefined>;
}

interface NewMember {
  ref: string;
  role: Role;
  kind: 'person' | 'tool';
  name: string;
  languages: string[];
  topics: string[];
}

/** One member of each role, two where a second pair of eyes is needed: enough to try everything. */
const firstMembers = [
  { ref: 'reader', role: 'reader', kind: 'tool', name: 'A newsroom tool' },
  { ref: 'checker', role: 'checker', kind: 'person', name: 'A fact-checker' },
  { ref: 'checker2', role: 'checker', kind: 'person', name: 'Another fact-checker' },
  { ref: 'editor', role: 'editor', kind: 'person', name: 'An editor' },
  { ref: 'editor2', role: 'editor', kind: 'person', name: 'Another editor' },
  { ref: 'admin', role: 'admin', kind: 'person', name: 'Administrator' },
] as const satisfies { ref: string; role: Role; kind: 'person' | 'tool'; name: string }[];

type FirstKeys = Record<(typeof firstMembers)[number]['ref'], string>;

export interface ProvidedKeys {
  keys: FirstKeys;
  /** Those that were made now, by the ref of their member. */
  made: readonly (keyof FirstKeys)[];
}

const keysFile = z.record(z.string(), z.string());

/**
 * A key for each of them, kept in `dir`/keys.json for whoever may read that file. Keys that no longer
 * work (the database is a new one) are replaced; those that do are left alone.
 */
export async function provideFirstKeys(
  { members, keys: service, authenticateKey }: Deps,
  dir: string,
): Promise<ProvidedKeys> {
  const file = join(dir, 'keys.json');
  const known = await readKeys(file);
  const keys: Record<string, string> = {};
  const made: (keyof FirstKeys)[] = [];
  for (const member of firstMembers) {
    const { ref } = await members.ensure({ ...member, languages: [], topics: [] }, operator);
    const kept = known[ref];
    const works = kept !== undefined && (await authenticateKey(kept))?.ref === ref;
    keys[ref] = works
      ? kept
      : (await service.createKey({ memberRef: ref, name: 'first start' }, operator)).key;
    if (!works) made.push(member.ref);
  }
  await mkdir(dir, { recursive: true });
  await writeFile(file, `${JSON.stringify(keys, null, 2)}\n`, { mode: 0o600 });
  return { keys: keys as FirstKeys, made };
}

async function readKeys(file: string): Promise<Record<string, string>> {
  try {
    return keysFile.parse(JSON.parse(await readFile(file, 'utf8')));
  } catch {
    return {};
  }
}
