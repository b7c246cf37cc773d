/** Cookies for the length of one capture: a page that sets one and sends the visitor back expects to see it. */
interface CookieJar {
  /** Keeps what an answer sets, for the origin that set it alone. */
  keep(url: string, setCookie: string | string[] | undefined): void;
  /** What is sent to this address. */
  headerFor(url: string): string | undefined;
}

const mostCookies = 50;
const longestCookie = 4_096;

export function createCookieJar(): CookieJar {
  const byOrigin = new Map<string, Map<string, string>>();
  return {
    keep: (url, setCookie) => {
      const { origin } = new URL(url);
      const cookies = byOrigin.get(origin) ?? new Map<string, string>();
      for (const line of [setCookie ?? []].flat()) {
        const [, name, value] = /^\s*([^\s=;,]+)=([^;]*)/.exec(line) ?? [];
        if (name === undefined || value === undefined || name.length + value.length > longestCookie) continue;
        if (hasEnded(line)) cookies.delete(name);
        else if (cookies.has(name) || cookies.size < mostCookies) cookies.set(name, value.trim());
      }
      byOrigin.set(origin, cookies);
    },
    headerFor: (url) => {
      const cookies = [...(byOrigin.get(new URL(url).origin) ?? [])];
      return cookies.length === 0 ? undefined : cookies.map(([name, value]) => `${name}=${value}`).join('; ');
    },
  };
}

/** `Max-Age` goes before `Expires` (RFC 6265, 5.3). */
function hasEnded(line: string): boolean {
  const age = /;\s*max-age=(-?\d+)\s*(?:;|$)/i.exec(line)?.[1];
  if (age !== undefined) return Number(age) <= 0;
  const expires = /;\s*expires=([^;]+)/i.exec(line)?.[1];
  return expires !== undefined && Date.parse(expires) <= Date.now();
}
