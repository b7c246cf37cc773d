/**
 * Every default value that an operator can change, once. Settings, `.env.example` and the API's document are made from these.
 * What editors change (clocks, leases, limits of work) begins as domain/task/default-policies.ts says.
 */
export const defaults = {
  port: 4545,
  host: '127.0.0.1',
  /** Between being told to end and no longer accepting. */
  drainSeconds: 5,
  dir: '.isnad',
  databaseConnections: 10,
  workerConcurrency: 10,
  /** Days for which a write with an Idempotency-Key is kept. */
  safeWriteDays: 7,
  /** Days for which the use of keys is kept. */
  keyUseDays: 90,
  /** Per minute and key. */
  readsPerMinute: 60_000,
  writesPerMinute: 6_000,
  /** Event streams of one key in one process. */
  streamsPerKey: 20,
  /** Requests without a valid key, per minute and address. */
  failuresPerMinute: 120,
  /** Requests for what is public, per minute and address. */
  publicReadsPerMinute: 600,
  publicReading: 'published',
  trustedProxies: 0,
  strangers: 'refuse',
  /** Of a captured page. */
  evidenceBytes: 20 * 1024 * 1024,
  /** What `EVIDENCE_MAX_BYTES` may be at most. */
  mostEvidenceBytes: 256 * 1024 * 1024,
  s3Region: 'us-east-1',
  publisherName: 'Unnamed fact-checking desk',
  logLevel: 'info',
} as const;

/** One checkpoint is signed in each, by UTC; a field of a date, as `date_trunc` names it. No setting. */
export const checkpointPeriod = 'day';

/** A checkpoint is overdue this long after it was due: workers look for what is due every few seconds. No setting. */
export const checkpointGraceMinutes = 60;
