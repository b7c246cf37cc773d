import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseEnv } from 'node:util';
import { describe, expect, it } from 'vitest';
import { readEnv } from '../../src/platform/config/env.js';
import { renderSettings } from '../../src/platform/config/settings.js';
import { projectRoot } from '../../src/platform/project-root.js';

const path = join(projectRoot, '.env.example');
if (process.env['UPDATE_ENV'] === '1') writeFileSync(path, renderSettings());
const file = readFileSync(path, 'utf8');

describe('.env.example', () => {
  it('is what the declared settings give (UPDATE_ENV=1 writes it anew)', () => {
    expect(file).toBe(renderSettings());
  });

  it('says the defaults that hold: loading it changes nothing', () => {
    expect(readEnv(parseEnv(file))).toEqual(readEnv({}));
  });
});
