/** Tells on a terminal how far a long reading has come, and keeps it to a rate. */
import { setTimeout as pause } from 'node:timers/promises';

const printEveryMs = 1_000;

/** `rate`: at most so many lines a second. */
export async function* followLines(lines: AsyncIterable<string>, rate: number): AsyncGenerator<string> {
  const begun = performance.now();
  const { isTTY } = process.stderr;
  let count = 0;
  let printedAt = begun;
  for await (const line of lines) {
    yield line;
    count++;
    const seconds = (performance.now() - begun) / 1_000;
    if (count / rate > seconds) await pause((count / rate - seconds) * 1_000);
    if (!isTTY || performance.now() - printedAt < printEveryMs) continue;
    printedAt = performance.now();
    const perSecond = Math.round(count / Math.max((printedAt - begun) / 1_000, 0.001));
    process.stderr.write(`\r${String(count)} lines, ${String(perSecond)} a second`);
  }
  if (isTTY && printedAt !== begun) process.stderr.write('\r\u001b[K');
}
