import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import { system, type Role } from '../../domain/access/rules.js';
import type { Services } from '../../runtime.js';

/** One member of each role, two where a second pair of eyes is needed: enough to try everything. */
const cast = [
  { ref: 'reader', role: 'reader', kind: 'tool', name: 'A newsroom tool' },
  { ref: 'checker', role: 'checker', kind: 'person', name: 'A fact-checker' },
  { ref: 'checker2', role: 'checker', kind: 'person', name: 'Another fact-checker' },
  { ref: 'editor', role: 'editor', kind: 'person', name: 'An editor' },
  { ref: 'editor2', role: 'editor', kind: 'person', name: 'Another editor' },
  { ref: 'admin', role: 'admin', kind: 'person', name: 'Whoever runs Isnad' },
] as const satisfies { ref: string; role: Role; kind: 'person' | 'tool'; name: string }[];

export type FirstKeys = Record<(typeof cast)[number]['ref'], string>;

const keysFile = z.record(z.string(), z.string());

/**
 * A key for each of the cast, kept in `dir`/keys.json for whoever may read that file. Keys that no longer
 * work (the database is a new one) are replaced; those that do are left alone.
 */
export async function provideFirstKeys(access: Services['access'], dir: string): Promise<FirstKeys> {
  const file = join(dir, 'keys.json');
  const known = await readKeys(file);
  const keys: Record<string, string> = {};
  for (const member of cast) {
    const { ref } = await access.ensureMember({ ...member, languages: [], topics: [] }, system);
    const kept = known[ref];
    const works = kept !== undefined && (await access.authenticate(kept))?.ref === ref;
    keys[ref] = works ? kept : (await access.createKey({ memberRef: ref, name: 'first start' }, system)).key;
  }
  await mkdir(dir, { recursive: true });
  await writeFile(file, `${JSON.stringify(keys, null, 2)}\n`, { mode: 0o600 });
  return keys as FirstKeys;
}

async function readKeys(file: string): Promise<Record<string, string>> {
  try {
    return keysFile.parse(JSON.parse(await readFile(file, 'utf8')));
  } catch {
    return {};
  }
}
