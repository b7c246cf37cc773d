import { it } from 'vitest';
import { storm } from '../support/feed-storm.js';

const seed = Number(process.env['SEED'] ?? Date.now() % 1_000_000);

/** The long storm is one of the fault tests; this one finds what breaks at once. */
it(`the feed gives every event once and in one order while relays are killed (SEED=${String(seed)})`, async () => {
  await storm({ ms: 4_000, writers: 12, readers: 2, seed, killEveryMs: 1_500 });
}, 90_000);
