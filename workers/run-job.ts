/** Around every job: parse, log, limit the time, and say whether trying again makes sense. */
import { UnrecoverableError, type Job as QueuedJob } from 'bullmq';
import type { FailureKind } from '../src/domain/problem/meaning.js';
import { Failure } from '../src/platform/errors.js';
import type { Log } from '../src/platform/log.js';
import type { Process } from '../src/platform/queue/backend.types.js';
import { isJobName, jobs, type JobName } from '../src/jobs.js';
import { inSpan, type Span, type SpanStart, type Trace } from '../src/platform/tracing/trace.js';
import { within } from '../src/platform/time-limit.js';
import type { Handlers } from './handlers.js';

/** Failures that are the same however often one tries. */
const final: readonly FailureKind[] = [
  'invalid',
  'not_found',
  'forbidden',
  'unauthenticated',
  'unprocessable',
];

interface RunOptions {
  handlers: Handlers;
  log: Log;
  trace?: Trace | undefined;
  /** Milliseconds a try of a job may take. */
  timeLimit?: (name: JobName) => number;
}

/** The function a worker is given. What it throws is fit to be stored; what a handler returns is dropped. */
export function createProcess({
  handlers,
  log,
  trace,
  timeLimit = (name) => jobs[name].timeLimitMs,
}: RunOptions): Process {
  const run = async (job: QueuedJob, span?: Span): Promise<void> => {
    const started = performance.now();
    const line = {
      job: job.name,
      id: job.id,
      attempt: job.attemptsMade + 1,
      ...(span && { traceId: span.traceId }),
    };
    const ms = (): number => Math.round(performance.now() - started);
    try {
      const work = parse(job, handlers);
      await within(work.start(), timeLimit(work.name), `${work.name} did not end`);
      log.debug({ ...line, ms: ms() }, 'job done');
    } catch (thrown) {
      const error = storable(thrown);
      const last = error instanceof UnrecoverableError || line.attempt >= (job.opts.attempts ?? 1);
      if (last) log.error({ ...line, ms: ms(), err: error }, 'job given up');
      else log.warn({ ...line, ms: ms(), err: error }, 'job failed, will be tried again');
      throw error;
    }
  };
  return (job) => inSpan(trace, spanOf(job), (span) => run(job, span));
}

/** In the trace of what asked for it, where that is known. Its id names the event that owed it. */
const spanOf = ({ name, id, attemptsMade, opts }: QueuedJob): SpanStart => ({
  name: isJobName(name) ? `job ${name}` : 'job unknown',
  kind: 'consumer',
  from: { traceparent: opts.telemetry?.metadata },
  attributes: {
    'messaging.system': 'bullmq',
    'messaging.message.id': id,
    'isnad.attempt': attemptsMade + 1,
  },
});

function parse(job: QueuedJob, handlers: Handlers): { name: JobName; start: () => Promise<void> } {
  const { name, attemptsStarted } = job;
  if (!isJobName(name)) throw new UnrecoverableError(`no job is called ${JSON.stringify(name)}`);
  if (attemptsStarted > jobs[name].maxStartedAttempts) {
    throw new UnrecoverableError(`${name} was started ${String(attemptsStarted)} times and never ended`);
  }
  const parsed = jobs[name].payload.safeParse(job.data);
  if (!parsed.success) {
    throw new UnrecoverableError(`the payload of ${name} is not right: ${parsed.error.message}`);
  }
  // The schema that let it through stands under the same name as the handler; a union of names cannot say so.
  const handle = handlers[name] as (payload: unknown) => Promise<void>;
  return { name, start: async () => handle(parsed.data) };
}

const longestMessage = 4_000;

/** An error as the queue can keep it, of whatever was thrown: jsonb takes neither NUL nor half a character. */
export function storable(thrown: unknown): Error {
  const message = clean(thrown instanceof Error ? thrown.message : `threw ${describe(thrown)}`);
  const isFinal =
    thrown instanceof UnrecoverableError || (thrown instanceof Failure && final.includes(thrown.kind));
  const error = isFinal ? new UnrecoverableError(message) : new Error(message);
  if (thrown instanceof Error && thrown.stack !== undefined) error.stack = clean(thrown.stack);
  return error;
}

const clean = (text: string): string => text.slice(0, longestMessage).replace(/\0|\p{Surrogate}/gu, '\uFFFD');

function describe(thrown: unknown): string {
  try {
    return String(thrown);
  } catch {
    return 'something that cannot be shown';
  }
}
