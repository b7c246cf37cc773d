/**
 * What takes how long, within what: as spans, for those who collect them. Where nobody does there is no `Trace` at
 * all, and everything here costs one comparison.
 */
export interface Trace {
  /** A span that whoever begins it ends. It belongs to `from`, or else to the span in which it is begun. */
  begin(start: SpanStart): Span;
  /** The span in which this is called, as W3C Trace Context writes it; undefined outside of any. */
  current(): string | undefined;
  /** Delivers what has not been delivered yet. */
  close(): Promise<void>;
}

type Attributes = Readonly<Record<string, string | number | boolean | undefined>>;

export interface SpanStart {
  name: string;
  kind: 'server' | 'client' | 'consumer' | 'internal';
  attributes?: Attributes;
  /** Where it comes from, when that is elsewhere; with nothing in it the span is the first of its trace. */
  from?: { traceparent: string | undefined; tracestate?: string | undefined };
}

export interface Span {
  traceId: string;
  /** What `work` begins, now or later, is within this span. */
  run<Result>(work: () => Result): Result;
  setAttributes(attributes: Attributes): void;
  /** It went wrong: of which kind, and not with which words, which could hold anything. */
  fail(kind: string): void;
  end(): void;
}

/** Does it as a span, where spans are collected. */
export async function inSpan<Result>(
  trace: Trace | undefined,
  start: SpanStart,
  work: (span?: Span) => Promise<Result>,
): Promise<Result> {
  if (!trace) return work();
  const span = trace.begin(start);
  try {
    return await span.run(() => work(span));
  } catch (error) {
    span.fail(kindOf(error));
    throw error;
  } finally {
    span.end();
  }
}

/** The same for what is only worth telling as a part of something. */
export const inChildSpan = <Result>(
  trace: Trace | undefined,
  start: SpanStart,
  work: (span?: Span) => Promise<Result>,
): Promise<Result> => (trace?.current() === undefined ? work() : inSpan(trace, start, work));

/** The code where there is one. */
function kindOf(error: unknown): string {
  if (!(error instanceof Error)) return 'unknown';
  return 'code' in error && typeof error.code === 'string' ? error.code : error.name;
}
