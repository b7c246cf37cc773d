/** The API of Isnad as this browser asks it: by the cookie of its session, in the language of the desk. */
import { createClient, Refusal } from '../../../client/client.js';
import { takeEarly } from '../early/early-answers.js';
import { noteDeskTime } from './desk-clock.js';
import { untilReadsGo } from './held-reads.js';
import type { Language } from '../language/languages.js';

let signIns = 0;
/** Somebody has signed in: what is answered from now on to an earlier request says nothing of who is signed in. */
export const noteSignIn = (): void => {
  signIns += 1;
};

/** What was asked by nobody's cookie is asked again by the one that is here since. */
async function earlyAnswer([url, { method } = {}]: Parameters<typeof fetch>): Promise<Response | undefined> {
  const early = method === 'GET' && typeof url === 'string' ? takeEarly(url) : undefined;
  const answer = await early?.answer.catch(() => undefined);
  if (early && answer) noteDeskTime(answer.headers, early.askedAt);
  return answer?.status === 401 && signIns > 0 ? undefined : answer;
}

async function askDesk(request: Parameters<typeof fetch>): Promise<Response> {
  const askedAt = Date.now();
  const answer = await fetch(...request);
  noteDeskTime(answer.headers, askedAt);
  return answer;
}

/** An answer by the cookie before this one is none: what may be sent again is, with this one. */
const askAsSignedIn: typeof fetch = async (...request) => {
  const turn = untilReadsGo(request);
  if (turn) await turn;
  const before = signIns;
  const answer = (await earlyAnswer(request)) ?? (await askDesk(request));
  if (answer.status === 401 && signIns !== before) throw new TypeError('somebody signed in meanwhile');
  return answer;
};

/** Where and how it is asked. */
export const settings = {
  url: location.origin,
  retries: 2,
  language: undefined as Language | undefined,
  fetch: askAsSignedIn,
};

export const api = createClient(settings);

/** In which language the API gives its reasons from now on. */
export const askIn = (language: Language): void => {
  settings.language = language;
};

export const isRefusal = (error: unknown): error is Refusal => error instanceof Refusal;
export const isSignedOut = (error: unknown): boolean => isRefusal(error) && error.status === 401;

/** There is nothing at the address that was opened, or nothing could be. */
export const isNotThere = (error: unknown): boolean =>
  isRefusal(error) && (error.status === 404 || error.status === 400);
