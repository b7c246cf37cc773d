/** The long tests run seldom: that a name in them is gone is found here, and at once. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { listOperations } from '../../src/api-document.js';
import { eventTypes } from '../../src/domain/event/types.js';
import { projectRoot } from '../../src/platform/project-root.js';
import config from '../../vitest.long.config.js';

const [faults = '', ...others] = config.test?.include ?? [];
const folder = faults.slice(0, faults.indexOf('/**'));
const files = [
  ...readdirSync(join(projectRoot, folder)).map((name) => join(folder, name)),
  // There, moves are written as events are.
  ...others.filter((name) => !name.startsWith('tests/web/')),
];
/** Each name that stands alone between quotes, and where. */
const namesOf = (shape: RegExp): string[] =>
  files.flatMap((file) =>
    [...readFileSync(join(projectRoot, file), 'utf8').matchAll(shape)].map(
      ([, name = '']) => `${name} (${file})`,
    ),
  );
const unknown = (named: readonly string[], known: readonly string[]): string[] =>
  named.filter((one) => !known.includes(one.split(' ')[0] ?? ''));

it('every event that a long test names can happen', () => {
  const subjects = [...new Set(eventTypes.map((type) => type.split('.')[0]))];
  const named = namesOf(new RegExp(`'((?:${subjects.join('|')})\\.[a-z_]+)'`, 'g'));
  expect(named.length).toBeGreaterThan(20);
  expect(unknown(named, eventTypes)).toEqual([]);
});

it('every operation that a long test names is one of the API', async () => {
  const ids = (await listOperations()).map(({ id }) => id);
  const verbs = [...new Set(ids.map((id) => /^[a-z]+/.exec(id)?.[0]))];
  const named = namesOf(new RegExp(`'((?:${verbs.join('|')})[A-Z][A-Za-z]+)'`, 'g'));
  expect(named.length).toBeGreaterThan(5);
  expect(unknown(named, ids)).toEqual([]);
});
