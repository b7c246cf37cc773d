import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { commands } from '../../src/cli/commands.js';
import { erasureTargets } from '../../src/domain/erasure/erasure.js';
import { projectRoot } from '../../src/platform/project-root.js';

const papers = ['.', 'docs', 'docs/decisions'].flatMap((folder) =>
  readdirSync(join(projectRoot, folder))
    .filter((name) => name.endsWith('.md'))
    .map((name) => join(folder, name)),
);

/** Files of ours that the text names, and files that its links lead to. Addresses of the web are left alone. */
function pathsIn(paper: string): string[] {
  const text = readFileSync(join(projectRoot, paper), 'utf8');
  const named = [...text.matchAll(/`((?:src|workers|prisma|tests|demo|docs)\/[\w./-]+)`/g)].map(
    ([, path]) => path ?? '',
  );
  const linked = [...text.matchAll(/\]\((?!https?:|#)([^)#]+)/g)].map(([, path]) =>
    join(dirname(paper), path ?? ''),
  );
  return [...new Set([...named, ...linked])];
}

describe('the papers name only files that are there', () => {
  for (const paper of papers) {
    it(paper, () => {
      expect(pathsIn(paper).filter((path) => !existsSync(join(projectRoot, path)))).toEqual([]);
    });
  }
});

it.each(erasureTargets)('the paper on privacy and the command name what can be erased: %s', (target) => {
  expect(readFileSync(join(projectRoot, 'docs/PRIVACY.md'), 'utf8')).toContain(`\`${target}\``);
  expect(commands['erase']?.usage).toContain(target);
});
