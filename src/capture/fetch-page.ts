/** One look at a page: through src/outbound, redirect by redirect, and never an error that is the page's own. */
import type { CallAnswer, Outbound } from '../platform/outbound/outbound.js';
import { CallFailure } from '../platform/outbound/failure.js';
import { createCookieJar } from './cookie-jar.js';
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
  const outcome = (answer: PageAnswer | null, failure: Look['failure']): Look => ({
    url,
    redirects,
    requestHeaders,
    answer,
    failure,
  });
  try {
    for (;;) {
      const cookie = cookies.headerFor(url);
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
  const location = redirecting.includes(status) ? headers['location'] : refreshIn(status, headers, bytes);
  if (typeof location !== 'string') return undefined;
  if (location.length > longestUrl || !URL.canParse(location, url)) return undefined;
  return new URL(location, url).href;
}

const longestUrl = 4096;
/** A page that stays longer than this is meant to be read. */
const longestStaySeconds = 5;

/** Where a page sends its reader at once: `<meta http-equiv="refresh" content="0; url=…">`. */
function refreshIn(status: number, headers: CallAnswer['headers'], bytes: Buffer): string | undefined {
  if (status !== 200 || !/html/i.test(String(headers['content-type'] ?? ''))) return undefined;
  const start = bytes.subarray(0, 16_384).toString('utf8');
  const tag = /<meta\s[^>]{0,200}http-equiv\s{0,9}=\s{0,9}["']?refresh\b[^>]{0,2500}>/i.exec(start)?.[0];
  const content = /content\s{0,9}=\s{0,9}(?:"([^"]*)"|'([^']*)')/i.exec(tag ?? '');
  const [, seconds = '', to = ''] =
    /^\s{0,9}(\d{1,4})(?:\.\d{0,9})?\s{0,9}[;,]\s{0,9}(?:url\s{0,9}=\s{0,9})?["']?([^"'\s]+)/i.exec(
      (content?.[1] ?? content?.[2] ?? '').replaceAll('&amp;', '&'),
    ) ?? [];
  return to !== '' && Number(seconds) <= longestStaySeconds ? to : undefined;
}

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

/** As they came, but for cookies: their values are between the page and whoever asked. */
function headersOf(headers: CallAnswer['headers']): Header[] {
  return Object.entries(headers).flatMap(([name, value = []]) =>
    [value]
      .flat()
      .map((one): Header => [name, name.startsWith('set-cookie') ? '(left out)' : makeStorable(one)]),
  );
}
