/** An import on the command line: the file it reads, and its report in lines. */
import { readFile } from 'node:fs/promises';
import type { Given } from '../resources/imports/import.service.js';
import { printable } from './print.js';
import type { ImportReport } from '../resources/imports/import.schema.js';

/** What begins with `<` is a page. */
export async function readImport(file: string): Promise<Given> {
  const text = (await readFile(file, 'utf8')).replace(/^\uFEFF/, '');
  if (/^\s*</.test(text)) return { page: text };
  try {
    return { document: JSON.parse(text) as unknown };
  } catch {
    throw new Error(`${file} is not valid JSON.`);
  }
}

export function printImportReport({ counts, items }: ImportReport): string[] {
  const lines = items.flatMap(({ pointer, outcome, url, repairs, refusals, note }) => [
    `${outcome.padEnd(9)} ${pointer || '/'} ${url ?? ''} ${note ?? ''}`.trimEnd(),
    ...refusals.map(({ code, message }) => `          ${code}: ${message}`),
    ...repairs.map(
      ({ code, pointer: at, from, to }) => `          repaired ${at}: ${code}${change(from, to)}`,
    ),
  ]);
  const sums = Object.entries(counts).filter(([, count]) => count > 0);
  return [
    ...lines,
    sums.length === 0
      ? 'There is nothing in it.'
      : sums.map(([name, count]) => `${String(count)} ${name}`).join(', '),
  ].map(printable);
}

const change = (from: string | null, to: string | null): string =>
  from === null && to === null ? '' : ` (${from ?? 'nothing'} → ${to ?? 'nothing'})`;
