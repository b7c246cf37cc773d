import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { projectRoot } from '../../src/platform/project-root.js';
import { claimDiagram, taskDiagram } from '../support/diagrams.js';

const page = join(projectRoot, 'docs', 'LIFECYCLES.md');
const diagrams = { claim: claimDiagram, task: taskDiagram };

/** Between `<!-- diagram: claim -->` and the next `<!-- end -->`, each on a line of its own. */
const frameOf = (name: string): RegExp =>
  new RegExp(`(?<=^<!-- diagram: ${name} -->\\n).*?(?=^<!-- end -->$)`, 'ms');

if (process.env['UPDATE_DIAGRAMS'] === '1') {
  const text = Object.entries(diagrams).reduce(
    (before, [name, draw]) => before.replace(frameOf(name), `${draw()}\n`),
    readFileSync(page, 'utf8'),
  );
  writeFileSync(page, text);
}

describe('the diagrams in docs/LIFECYCLES.md', () => {
  const text = readFileSync(page, 'utf8');

  for (const [name, draw] of Object.entries(diagrams)) {
    it(`show the table of moves of a ${name} as it is (UPDATE_DIAGRAMS=1 draws them anew)`, () => {
      expect(frameOf(name).exec(text)?.[0]).toBe(`${draw()}\n`);
    });
  }
});
