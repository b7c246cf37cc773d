import { createReadStream } from 'node:fs';
import { VerificationError } from './verification-error.js';

const newline = 0x0a;
const longestLine = 64 * 1024 * 1024;

/**
 * The lines of a file, byte for byte: only a line feed ends one (a text may hold other line separators), and
 * what is not UTF-8 is a flaw rather than replaced in silence.
 */
export async function* readLines(file: string): AsyncGenerator<string> {
  const decoder = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });
  const decode = (bytes: Buffer): string => {
    try {
      return decoder.decode(bytes);
    } catch {
      throw new VerificationError('is not UTF-8');
    }
  };
  let parts: Buffer[] = [];
  let length = 0;
  for await (const chunk of createReadStream(file) as AsyncIterable<Buffer>) {
    let start = 0;
    for (let end = chunk.indexOf(newline); end !== -1; end = chunk.indexOf(newline, start)) {
      yield decode(Buffer.concat([...parts, chunk.subarray(start, end)]));
      parts = [];
      length = 0;
      start = end + 1;
    }
    parts.push(chunk.subarray(start));
    length += chunk.length - start;
    if (length > longestLine) throw new VerificationError('is longer than any line of an export');
  }
  if (length > 0) throw new VerificationError('ends in the middle: the file was cut');
}
