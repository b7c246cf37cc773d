import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseEnv } from 'node:util';
import { describe, expect, it } from 'vitest';
import { readEnv, settings } from '../../src/platform/config/settings.js';
import { projectRoot } from '../../src/platform/project-root.js';

const file = readFileSync(join(projectRoot, '.env.example'), 'utf8');

describe('.env.example', () => {
  it('shows every setting of src/platform/config/settings.ts with its meaning and default, in the same order', () => {
    const [, ...blocks] = file.trimEnd().split('\n\n');
    const expected = Object.entries(settings).map(
      ([name, { about, default: fallback }]) => `# ${about}\n${name}=${fallback}`,
    );
    expect(blocks).toEqual(expected);
  });

  it('says the defaults that hold: loading it changes nothing', () => {
    expect(readEnv(parseEnv(file))).toEqual(readEnv({}));
  });
});
