import { open } from 'node:fs/promises';

const longest = 400;

/** Why a program or a system call failed, in one line. */
export function firstLineOf(error: unknown): string {
  const said = error instanceof Error && 'stderr' in error ? String(error.stderr) : '';
  const lines = said.split('\n').filter((line) => line.trim() !== '');
  const line = lines.find((each) => /error:|FATAL/.test(each)) ?? lines[0];
  return tidy(line ?? (error instanceof Error ? error.message : String(error)));
}

/** What made a server give up, from the part of its log that begins at byte `from`. */
export async function readStartupError(logFile: string, from: number): Promise<string> {
  const log = await open(logFile);
  try {
    const length = Math.max(0, (await log.stat()).size - from);
    const { buffer, bytesRead } = await log.read(Buffer.alloc(length), 0, length, from);
    const lines = buffer.toString('utf8', 0, bytesRead).split('\n');
    const grave = lines.filter((line) => /(FATAL|PANIC|DETAIL|WARNING|LOG): {2}|^postgres: /.test(line));
    const fatal = lines.findIndex((line) => /(FATAL|PANIC): {2}/.test(line));
    // A FATAL is often only the last of several lines: what could not be done stands before it.
    const cause = grave.filter((line) => /could not|address already|DETAIL/i.test(line));
    const words = fatal >= 0 ? [lines[fatal] ?? '', ...cause] : grave.length > 0 ? grave.slice(-2) : lines;
    return tidy([...new Set(words)].map(withoutPrefix).join('; ')) || 'it said nothing';
  } finally {
    await log.close();
  }
}

/** `2026-11-24 03:50:01.123 UTC [77] FATAL:  no` → `no` */
const withoutPrefix = (line: string): string =>
  line.replace(/^[\d-]+ [\d:.]+ \w+ \[\d+\] /, '').replace(/^(FATAL|PANIC|LOG|DETAIL|WARNING): {2}/, '');

const tidy = (text: string): string => text.replace(/\s+/g, ' ').trim().replace(/\.$/, '').slice(0, longest);
