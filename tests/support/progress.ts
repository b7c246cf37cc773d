const betweenMs = 15_000;

/** Says, now and then, how far a long test has come: one that is cut off has told where it stood. */
export function tellProgress(of: string, most: number): (done: number) => void {
  const began = performance.now();
  let told = began;
  return (done) => {
    const now = performance.now();
    if (process.env['LONG'] !== '1' || now - told < betweenMs) return;
    told = now;
    const seconds = Math.round((now - began) / 1000);
    process.stdout.write(`${of}: ${String(done)} of ${String(most)} after ${String(seconds)} s\n`);
  };
}
