/** How much the desk weighs on its way to a browser: what its build says each screen needs, compressed with Brotli. */
import { existsSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { projectRoot } from '../../src/platform/project-root.js';

interface Chunk {
  file: string;
  imports?: string[];
  dynamicImports?: string[];
  isEntry?: boolean;
}

const built = join(projectRoot, 'dist', 'web');
const manifest = JSON.parse(readFileSync(join(built, '.vite', 'manifest.json'), 'utf8')) as Record<
  string,
  Chunk
>;

/** Files of scripts that a browser has to have before this one runs, and this one. */
function needed(name: string, known = new Set<string>()): Set<string> {
  const { file, imports = [] } = manifest[name] ?? { file: '' };
  if (known.has(file)) return known;
  known.add(file);
  for (const one of imports) needed(one, known);
  return known;
}

/** Bytes. A file that is too small to be compressed goes as it is. */
const weightOf = (files: Iterable<string>): number =>
  [...files].reduce((sum, file) => {
    const path = join(built, file);
    return sum + statSync(existsSync(`${path}.br`) ? `${path}.br` : path).size;
  }, 0);

const [entry = ''] = Object.keys(manifest).filter((name) => manifest[name]?.isEntry);
const later = Object.keys(manifest).filter((name) => name.endsWith('.tsx'));
/** What opens over a screen has a component library of its own. */
const mostMore = (name: string): number => (name.endsWith('-screen.tsx') ? 30 : 40);
const [messages, laterMessages] = [/messages\/\w+\.json$/, /messages\/\w+\.json\?later$/].map((part) =>
  Object.keys(manifest).filter((name) => part.test(name)),
) as [string[], string[]];
/** The desk speaks one language at a time. */
const frame = (language: string): Set<string> => new Set([...needed(entry), ...needed(language)]);

const kilobyte = 1_000;

describe('the scripts of the desk', () => {
  test.each(messages)('weigh at most 140 kB until work can begin, with %s', (language) => {
    expect(needed(entry).size).toBeGreaterThan(1);
    const work = needed('src/work/work-screen.tsx');
    expect(weightOf(new Set([...frame(language), ...work]))).toBeLessThanOrEqual(140 * kilobyte);
  });

  test.each(later)('weigh little more for %s', (name) => {
    const before = frame(messages[0] ?? '');
    const more = [...needed(name)].filter((file) => !before.has(file));
    expect(more).not.toEqual([]);
    expect(weightOf(more)).toBeLessThanOrEqual(mostMore(name) * kilobyte);
  });

  test.each(laterMessages)('weigh at most 8 kB for the words of all later screens: %s', (file) => {
    expect(weightOf(needed(file))).toBeLessThanOrEqual(8 * kilobyte);
  });

  test('are of both languages, and of every screen', () => {
    expect([messages.length, laterMessages.length]).toEqual([2, 2]);
    expect(later.length).toBeGreaterThan(5);
  });
});
