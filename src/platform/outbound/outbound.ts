/**
 * The only way this product calls out: webhooks and evidence both do so here. Whoever gives us an address may
 * be anybody, so it is looked at before, while and after it is connected to, and again at every redirect.
 *
 * Each call has a connection of its own. One that is kept for the next call would have been checked for an
 * address that the name may no longer have.
 */
import { Client, errors } from 'undici';
import { inChildSpan, type SpanStart, type Trace } from '../tracing/trace.js';
import { resolveAllowed, type AddressRules } from './check-address.js';
import type { Allowance } from '../../domain/access/allowance.js';
import { connectorFor } from './connect.js';
import { startDeadline, unlessAborted, type Deadline, type Limits } from './deadline.js';
import { CallFailure } from './failure.js';
import { readBody, type Body } from './read-body.js';
import { createResolve, type Resolve } from './resolve.js';
import { readTarget } from '../../domain/access/call-target.js';

export interface Call {
  method: 'DELETE' | 'GET' | 'HEAD' | 'POST' | 'PUT';
  url: string;
  headers?: Record<string, string>;
  body?: Buffer;
  limits: Limits;
  signal?: AbortSignal;
  /** The receiver may know in which trace it is called. */
  carriesTrace?: boolean;
}

export interface CallAnswer extends Body {
  /** Where the answer came from in the end. */
  url: string;
  status: number;
  headers: Record<string, string | string[] | undefined>;
}

export interface Outbound {
  /**
   * Why an address would not be called today, in words to follow "the address"; undefined where it would.
   * A name that DNS is silent about at the moment passes: it is asked again at every call.
   */
  findFault: (url: string) => Promise<string | undefined>;
  /** Calls; throws `CallFailure` where no answer came. Any status is an answer. */
  call: (call: Call) => Promise<CallAnswer>;
}

const largestHeaders = 16_384;
const userAgent = 'Isnad/0.1 (+webhooks and evidence)';

interface Deps {
  /** What the operator allows though it is not public. */
  allow?: readonly Allowance[];
  resolve?: Resolve;
  trace?: Trace | undefined;
}

export function createOutbound({ allow = [], resolve = createResolve(), trace }: Deps = {}): Outbound {
  const rules: AddressRules = { allow, resolve };
  return {
    findFault: async (url) => {
      const target = readTarget(url, allow);
      if (typeof target === 'string') return target;
      try {
        await resolveAllowed(target, rules);
        return undefined;
      } catch (error) {
        if (!(error instanceof CallFailure)) throw error;
        if (error.code === 'refused') return 'must not lead to an address that is not public';
        return error.code === 'unknown_host' ? 'must have a host that DNS knows' : undefined;
      }
    },

    call: (call) =>
      inChildSpan(trace, spanOf(call), async (span) => {
        const answer = await callInTime(call, rules, call.carriesTrace ? trace?.current() : undefined);
        span?.setAttributes({ 'http.response.status_code': answer.status });
        return answer;
      }),
  };
}

/** The host alone: a path may be as good as a password. */
const spanOf = ({ method, url }: Call): SpanStart => ({
  name: method,
  kind: 'client',
  attributes: {
    'http.request.method': method,
    'server.address': URL.canParse(url) ? new URL(url).hostname : undefined,
  },
});

/** Within its time. A redirect is the answer: whoever follows it calls again, and has the address looked at anew. */
async function callInTime(
  { signal, ...call }: Call,
  rules: AddressRules,
  traceparent: string | undefined,
): Promise<CallAnswer> {
  const headers = { ...call.headers, ...(traceparent !== undefined && { traceparent }) };
  const deadline = startDeadline(call.limits.wholeMs);
  const ending = signal ? AbortSignal.any([signal, deadline.signal]) : deadline.signal;
  try {
    return await callOnce({ ...call, headers }, rules, { ...deadline, signal: ending });
  } finally {
    deadline.end();
  }
}

async function callOnce(
  { method, url, headers, body, limits }: Omit<Call, 'signal'>,
  rules: AddressRules,
  deadline: Deadline,
): Promise<CallAnswer> {
  const { signal } = deadline;
  const target = readTarget(url, rules.allow);
  if (typeof target === 'string') throw new CallFailure('refused', `The address ${target}.`);
  deadline.begin(limits.connectMs, 'take the connection');
  const addresses = await unlessAborted(resolveAllowed(target, rules), signal);
  const client = new Client(target.url.origin, {
    connect: connectorFor({
      target,
      addresses,
      allow: rules.allow,
      connectMs: limits.connectMs,
      connected: () => {
        deadline.begin(limits.answerMs, 'begin to answer');
      },
    }),
    pipelining: 0, // the connection ends with the answer
    headersTimeout: 0, // the deadline's
    bodyTimeout: 0,
    maxHeaderSize: largestHeaders,
  });
  try {
    const { pathname, search } = target.url;
    const sent = client.request({
      method,
      path: pathname + search,
      headers: { 'user-agent': userAgent, accept: '*/*', 'accept-encoding': 'identity', ...headers },
      body: body ?? null,
      signal,
    });
    // While it connects, undici does not listen to the signal.
    const answer = await unlessAborted(sent, signal).catch((error: unknown) => {
      throw signal.aborted ? error : describe(error);
    });
    deadline.beginLast();
    const read = await readBody(answer.body, limits);
    return { url: target.url.href, status: answer.statusCode, headers: answer.headers, ...read };
  } finally {
    void client.destroy();
  }
}

/** Whatever goes wrong once a connection stands is the receiver's doing, unless we asked for nonsense. */
const describe = (error: unknown): unknown =>
  error instanceof CallFailure || error instanceof errors.InvalidArgumentError
    ? error
    : new CallFailure('broken', 'The receiver broke off, or did not answer in HTTP.');
