/** PURE: how somebody who signed in with a browser is known, and for how long. */

/** `__Host-`: the browser sends it to this host alone, over TLS or on its own machine, whatever other hosts set. */
export const sessionCookie = '__Host-isnad';

/** Without a request for so long, it has ended. */
export const idleHours = 12;
/** It ends then, however much it is used. */
export const longestDays = 7;

const found = new RegExp(`(?:^|; *)${sessionCookie}=([A-Za-z0-9_-]{43})(?:;|$)`);

/** The token in a `Cookie` header: 32 random bytes in base64url. */
export const sessionTokenIn = (cookies: string | undefined): string | undefined =>
  cookies === undefined ? undefined : found.exec(cookies)?.[1];

const guarded = 'Path=/; HttpOnly; Secure; SameSite=Strict';

export const cookieOf = (token: string): string =>
  `${sessionCookie}=${token}; ${guarded}; Max-Age=${String(longestDays * 24 * 3600)}`;

/** What makes a browser forget it. */
export const noCookie = `${sessionCookie}=; ${guarded}; Max-Age=0`;
