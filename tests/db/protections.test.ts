/** Whether tests/faults/protections.test.ts, which takes long, would still find what it takes out. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import pg from 'pg';
import { projectRoot } from '../../src/platform/project-root.js';
import { createTestDatabase } from '../support/database.js';
import { protections } from '../support/protections.js';

const textOf = (file: string): string => readFileSync(join(projectRoot, file), 'utf8');

describe('a protection that is taken out in the long tests', () => {
  it('stands in the code where it is looked for', () => {
    const gone = protections.filter(
      ({ without }) => 'file' in without && !textOf(without.file).includes(without.code),
    );
    expect(gone.map(({ what }) => what)).toEqual([]);
  });

  it('can be taken out of the database', async () => {
    const { ownerUrl, drop } = await createTestDatabase();
    const client = new pg.Client({ connectionString: ownerUrl });
    await client.connect();
    const gone: string[] = [];
    for (const { what, without } of protections) {
      if (!('sql' in without)) continue;
      await client.query('BEGIN');
      await client.query(without.sql).catch((error: unknown) => gone.push(`${what}: ${String(error)}`));
      await client.query('ROLLBACK');
    }
    await client.end();
    await drop();
    expect(gone).toEqual([]);
  });

  it('has a test of the words of the title that is named', () => {
    // Many titles are put together from parts.
    const wordsOf = (title: string): string[] => title.match(/[a-z_]{4,}/gi) ?? [];
    const untested = protections.filter(({ test: [file, title] }) => {
      const text = textOf(file);
      return !wordsOf(title).every((word) => text.includes(word));
    });
    expect(untested.map(({ test }) => test.join(' > '))).toEqual([]);
  });
});
