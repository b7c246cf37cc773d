import { describe, expect, it } from 'vitest';
import { shareRuns } from '../../src/platform/share-runs.js';

/** Runs that end when the test says so. */
function controlled() {
  const runs: { end: () => void; fail: (error: Error) => void }[] = [];
  const call = shareRuns(
    () =>
      new Promise((resolve, reject) => {
        runs.push({ end: resolve, fail: reject });
      }),
  );
  return { runs, call };
}

const turn = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));

describe('a shared run', () => {
  it('begins after each call that shares it', async () => {
    const { runs, call } = controlled();
    const first = call();
    const later = [call(), call()];
    await turn();
    expect(runs).toHaveLength(1);
    runs[0]?.end();
    await first;
    await turn();
    expect(runs).toHaveLength(2);
    runs[1]?.end();
    await Promise.all(later);
    void call();
    expect(runs).toHaveLength(3);
  });

  it('is never under way twice, even for who calls again the moment it ends', async () => {
    const { runs, call } = controlled();
    const again = call().then(call);
    const second = call();
    runs[0]?.end();
    await turn();
    expect(runs).toHaveLength(2);
    runs[1]?.end();
    await Promise.all([again, second]);
    expect(runs).toHaveLength(2);
  });

  it('fails for those who share it, and not for the next', async () => {
    const { runs, call } = controlled();
    const first = call();
    const second = call();
    runs[0]?.fail(new Error('down'));
    await expect(first).rejects.toThrow('down');
    await turn();
    runs[1]?.end();
    await second;
  });
});
