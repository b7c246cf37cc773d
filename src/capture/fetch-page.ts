/** One look at a page: through src/platform/outbound, redirect by redirect, and never an error that is the page's own. */
import type { CallAnswer, Outbound } from '../platform/outbound/outbound.js';
import { CallFailure } from '../platform/outbound/failure.js';
import { createCookieJar } from './cookie-jar.js';
import { readHeaderText } from './header-text.js';
import { findRefresh } from './meta-refresh.js';
import { makeStorable } from '../domain/text/wellformed.js';
import { faultOfStatus, type CaptureFailureCode } from '../domain/evidence/capture.js';

export type Header = [name: string, value: string];

export interface Hop {
  url: string;
  status: number;
}

/** An answer in full. Of an error page too: what it says may matter one day. */
interface PageAnswer {
  status: number;
  headers: Header[];
  bytes: Buffer;
}

export interface Look {
  /** Where the answer came from in the end, or should have come from. */
  url: string;
  redirects: Hop[];
  requestHeaders: Header[];
  answer: PageAnswer | null;
  failure: { code: CaptureFailureCode; detail: string } | null;
}

export interface LookOptions {
  outbound: Pick<Outbound, 'call'>;
  maxBytes: number;
  /** For everything together. */
  wholeMs?: number;
}

const mostRedirects = 10;
const redirecting = [301, 302, 303, 307, 308];
const requestHeaders: Header[] = [
  ['user-agent', 'Isnad/0.1 (+evidence)'],
  ['accept', 'text/html,application/xhtml+xml;q=0.9,*/*;q=0.8'],
  ['accept-language', 'ar,en;q=0.8,*;q=0.5'],
  ['accept-encoding', 'identity'],
];

/** In place of cookies: their values are between the page and whoever asked. */
const leftOut = '(left out)';

export async function lookAtPage(
  given: string,
  { outbound, maxBytes, wholeMs = 20_000 }: LookOptions,
): Promise<Look> {
  const ends = performance.now() + wholeMs;
  const redirects: Hop[] = [];
  const cookies = createCookieJar();
  /** Each address with what was sent to it: an answer may depend on the cookies. */
  const visits = new Set<string>();
  let url = given;
  let sent = requestHeaders;
  const outcome = (answer: PageAnswer | null, failure: Look['failure']): Look => ({
    url,
    redirects,
    requestHeaders: sent,
    answer,
    failure,
  });
  try {
    for (;;) {
      const cookie = cookies.headerFor(url);
      sent = cookie === undefined ? requestHeaders : [...requestHeaders, ['cookie', leftOut]];
      visits.add(`${url}\n${cookie ?? ''}`);
      const answer = await outbound.call({
        method: 'GET',
        url,
        headers: { ...Object.fromEntries(requestHeaders), ...(cookie !== undefined && { cookie }) },
        limits: {
          connectMs: 5_000,
          answerMs: 10_000,
          wholeMs: Math.max(1, ends - performance.now()),
          bytes: maxBytes,
          bytesPerSecond: 1_000,
        },
      });
      const next = nextOf(answer);
      if (next === undefined) return judge(answer, outcome, maxBytes);
      cookies.keep(url, answer.headers['set-cookie']);
      // A page that renews itself is the page, unless it set a cookie first, which it is then asked with once.
      const renews = !redirecting.includes(answer.status) && isSamePage(next, url);
      if (renews && (cookies.headerFor(url) === cookie || isSamePage(redirects.at(-1)?.url ?? '', url)))
        return judge(answer, outcome, maxBytes);
      redirects.push({ url, status: answer.status });
      if (redirects.length > mostRedirects || visits.has(`${next}\n${cookies.headerFor(next) ?? ''}`)) {
        const detail = 'The page sends those who ask for it from one address to the next.';
        return outcome(null, { code: 'too_many_redirects', detail });
      }
      url = next;
    }
  } catch (error) {
    if (!(error instanceof CallFailure)) throw error;
    return outcome(null, { code: error.code, detail: error.message });
  }
}

/** Where a redirect leads; undefined where the answer is none, or does not say. */
function nextOf({ url, status, headers, bytes }: CallAnswer): string | undefined {
  const given = redirecting.includes(status) ? headers['location'] : refreshOf(status, headers, bytes);
  if (typeof given !== 'string') return undefined;
  const location = readHeaderText(given);
  if (location.length > longestUrl || !URL.canParse(location, url)) return undefined;
  return new URL(location, url).href;
}

const refreshOf = (status: number, headers: CallAnswer['headers'], bytes: Buffer): string | undefined =>
  status === 200 && /html/i.test(String(headers['content-type'] ?? '')) ? findRefresh(bytes) : undefined;

const isSamePage = (one: string, other: string): boolean => one.split('#')[0] === other.split('#')[0];

const longestUrl = 4096;

function judge(
  { status, headers, bytes, cut }: CallAnswer,
  outcome: (answer: PageAnswer | null, failure: Look['failure']) => Look,
  maxBytes: number,
): Look {
  if (cut === 'too_long') {
    const detail = `The page has more than the ${String(maxBytes)} bytes that are captured.`;
    return outcome(null, { code: 'too_large', detail });
  }
  if (cut !== null) {
    return outcome(null, { code: cut, detail: 'The page broke off, or came too slowly, before its end.' });
  }
  const answer = { status, headers: headersOf(headers), bytes };
  const code = faultOfStatus(status);
  return outcome(answer, code ? { code, detail: `The page was answered with ${String(status)}.` } : null);
}

/** As they came, but for cookies. */
function headersOf(headers: CallAnswer['headers']): Header[] {
  return Object.entries(headers).flatMap(([name, value = []]) =>
    [value].flat().map((one): Header => [name, name.startsWith('set-cookie') ? leftOut : makeStorable(one)]),
  );
}
