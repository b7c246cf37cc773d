/** PURE: an answer that says it is well (2xx) and is no page: a login, nothing at all, "not found" in words. */
import type { CaptureFailureCode } from './capture.js';

interface Seen {
  /** What was asked for. */
  asked: string;
  /** Where the answer came from in the end. */
  url: string;
  size: number;
  title: string | null;
}

interface Fault {
  code: CaptureFailureCode;
  /** Our words only: those of a page can be erased, and this stands in the history as it is. */
  detail: string;
}

/** A whole part of the path: a slug that speaks of a login is none. */
const loginPath =
  /\/(?:log[_-]?in|sign[_-]?in|logon|sso|wp-login|authenticate|connexion)(?:\.[a-z]{2,5})?(?:;[^/]*)?(?:\/|$)/i;
/** Letters of every script count as such: a headline in Arabic may hold the number 404. */
const notFoundTitle =
  /^[^\p{L}\p{N}]*(?:(?:(?:http )?error\s*)?404(?=[^\p{L}\p{N}]*$|\s*[-–—|:.!]|\s+(?:error|page|not)\b)|(?:the )?(?:page|article) (?:was |is )?not found\b|not found(?=[^\p{L}\p{N}]*$|\s*[-–—|:.!])|page introuvable|página no encontrada|страница не найдена|الصفحة غير موجودة|لم يتم العثور على الصفحة|صفحه یافت نشد)/iu;

export function faultOfPage({ asked, url, size, title }: Seen): Fault | undefined {
  if (size === 0) return { code: 'empty', detail: 'The page was answered with nothing in it.' };
  if (isLogin(url) && !isLogin(asked))
    return { code: 'login_needed', detail: 'Those who ask for the page are sent to a login.' };
  if (title !== null && notFoundTitle.test(title))
    return { code: 'not_found', detail: 'The page says itself, in its title, that it is not there.' };
  return undefined;
}

const isLogin = (url: string): boolean => URL.canParse(url) && loginPath.test(new URL(url).pathname);
