import { it } from 'vitest';
import { storm } from '../support/feed-storm.js';

const seed = Number(process.env['SEED'] ?? Date.now() % 1_000_000);

it(`the feed gives every event once and in one order for a minute of it (SEED=${String(seed)})`, async () => {
  await storm({ ms: 60_000, writers: 32, readers: 4, seed, killEveryMs: 5_000 });
}, 600_000);
