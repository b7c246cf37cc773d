/** Claims in a file, one after the other: a table in CSV (RFC 4180) or lines of JSON, in UTF-8. */
import { createReadStream } from 'node:fs';
import { Readable } from 'node:stream';
import { parse } from 'csv-parse';
import { headerFault, readClaimRow } from '../domain/import/claim-columns.js';
import { Failure } from '../platform/errors.js';
import { parseLine } from '../platform/http/json-body.js';

/** `item` is the body of `POST /v1/claims`, or why there is none. */
export interface ClaimLine {
  line: number;
  item: unknown;
}

export const readClaimFile = (file: string): AsyncIterable<ClaimLine> =>
  /\.(?:csv|tsv)$/i.test(file) ? readTable(file) : readLines(file);

const longestRow = 1_000_000;

/** Bytes that are no UTF-8 end it: they would be stored as something else. */
async function* decode(file: string): AsyncGenerator<string> {
  const decoder = new TextDecoder('utf-8', { fatal: true });
  const read = (bytes?: Buffer): string => {
    try {
      return bytes ? decoder.decode(bytes, { stream: true }) : decoder.decode();
    } catch {
      throw new Error(`${file} is not valid UTF-8.`);
    }
  };
  for await (const bytes of createReadStream(file)) yield read(bytes as Buffer);
  yield read();
}

async function* readTable(file: string): AsyncGenerator<ClaimLine> {
  const parser = parse({
    // Lines are counted in what stood there: its own count takes a CRLF within quotes for two.
    raw: true,
    relax_column_count: true,
    max_record_size: longestRow,
    delimiter: /\.tsv$/i.test(file) ? '\t' : ',',
  });
  const text = Readable.from(decode(file));
  text.once('error', (error) => parser.destroy(error));
  const rows = text.pipe(parser) as AsyncIterable<{ record: string[]; raw: string }>;
  let header: string[] | undefined;
  let line = 1;
  for await (const { record, raw } of rows) {
    if (record.length === 1 && record[0] === '') {
      line++;
      continue;
    }
    if (header) {
      const row = readClaimRow(header, record);
      yield { line, item: 'body' in row ? row.body : refused(row.message) };
    } else {
      header = record.map((name) => name.trim());
      const fault = headerFault(header);
      if (fault !== undefined) throw new Error(`${file} ${fault}.`);
    }
    // The raw text ends before the last character of its line break.
    line += raw.replace(/\r$/, '').split('\n').length;
  }
  if (!header) throw new Error(`${file} is empty.`);
}

async function* readLines(file: string): AsyncGenerator<ClaimLine> {
  let rest = '';
  let line = 0;
  for await (const text of decode(file)) {
    const lines = (rest + text).split('\n');
    rest = lines.pop() ?? '';
    for (const one of lines) {
      line++;
      if (one.trim() !== '') yield { line, item: parseLine(one) };
    }
    if (rest.length > longestRow) throw new Error(`Line ${String(line + 1)} of ${file} is too long.`);
  }
  if (rest.trim() !== '') yield { line: line + 1, item: parseLine(rest) };
}

const refused = (message: string): Failure =>
  new Failure('invalid', `The row ${message}.`, {
    code: 'malformed_row',
    faults: [{ in: 'body', pointer: '', message }],
  });
