/** An import on the command line: the file it reads, and its report in lines. */
import { readFile } from 'node:fs/promises';
import { decodeText, hintsIn } from '../capture/decode-text.js';
import { isTooDeep } from '../domain/import/loose-json.js';
import type { Given } from '../resources/imports/import.service.js';
import { printable } from './print.js';
import type { ImportReport } from '../resources/imports/import.schema.js';

/** What begins with `<` is a page, in whatever encoding it is; JSON is in UTF-8. */
export async function readImport(file: string): Promise<Given> {
  const bytes = await readFile(file);
  const { text: page } = decodeText(bytes, hintsIn(bytes));
  if (/^\s*</.test(page)) return { page };
  const text = decodeUtf8(bytes, file);
  let document: unknown;
  try {
    document = JSON.parse(text);
  } catch {
    throw new Error(`${file} is not valid JSON.`);
  }
  if (isTooDeep(text)) throw new Error(`${file} is nested too deep to be read.`);
  return { document };
}

function decodeUtf8(bytes: Buffer, file: string): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    throw new Error(`${file} is no page, and not valid UTF-8, as JSON has to be.`);
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
