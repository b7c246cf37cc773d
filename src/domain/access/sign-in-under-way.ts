/** PURE: what a browser keeps while somebody signs in at the identity provider, and what it is told when they were refused. */

/** One sign-in: it ends where it began, in the same browser. */
export interface SignInUnderWay {
  state: string;
  nonce: string;
  /** Of PKCE: only who began can end. */
  verifier: string;
  /** Where at the desk they were. */
  to: string;
  /** SHA-256 of the session that the browser had when it went, which the new one replaces; hex. */
  before: string | null;
}

export const signInRefusals = [
  'unknown_subject',
  'sign_in_denied',
  'sign_in_not_valid',
  'sign_in_expired',
  'member_inactive',
  'identity_provider_unavailable',
  'too_many_attempts',
  'desk_unavailable',
] as const;
export type SignInRefusal = (typeof signInRefusals)[number];

/** Of a stranger: who they are there, for an admin to tie to a member. */
export interface RefusedSignIn {
  code: SignInRefusal;
  issuer?: string;
  subject?: string;
}

const minutes = 60;
/** `Lax`: the browser comes back from the provider's page. `Strict` is enough for what our own page asks for. */
const cookies = {
  underWay: { name: '__Host-isnad-sign-in', rest: `Max-Age=${String(10 * minutes)}; SameSite=Lax` },
  refused: { name: '__Host-isnad-refused', rest: `Max-Age=${String(5 * minutes)}; SameSite=Strict` },
} as const;
type Kept = keyof typeof cookies;

const guarded = 'Path=/; HttpOnly; Secure';

const write = (kept: Kept, value: object): string =>
  `${cookies[kept].name}=${Buffer.from(JSON.stringify(value)).toString('base64url')}; ${guarded}; ${cookies[kept].rest}`;

const read = (kept: Kept, header: string | undefined): Partial<Record<string, unknown>> => {
  const [, text = ''] =
    new RegExp(`(?:^|; *)${cookies[kept].name}=([A-Za-z0-9_-]{1,4000})(?:;|$)`).exec(header ?? '') ?? [];
  try {
    const value: unknown = JSON.parse(Buffer.from(text, 'base64url').toString());
    return typeof value === 'object' && value !== null ? value : {};
  } catch {
    return {};
  }
};

export const forgetCookie = (kept: Kept): string =>
  `${cookies[kept].name}=; ${guarded}; Max-Age=0; SameSite=Strict`;

export const underWayCookie = (one: SignInUnderWay): string => write('underWay', one);

/** Undefined where none is under way in this browser, or what it sent is none. */
export function underWayIn(header: string | undefined): SignInUnderWay | undefined {
  const { state, nonce, verifier, to, before } = read('underWay', header);
  if ([state, nonce, verifier, to].some((one) => typeof one !== 'string' || one === '')) return undefined;
  return {
    state: String(state),
    nonce: String(nonce),
    verifier: String(verifier),
    to: deskPath(String(to)),
    before: typeof before === 'string' && /^[0-9a-f]{64}$/.test(before) ? before : null,
  };
}

export const refusedCookie = (one: RefusedSignIn): string => write('refused', one);

export function refusedIn(header: string | undefined): RefusedSignIn | undefined {
  const { code, issuer, subject } = read('refused', header);
  const known = signInRefusals.find((one) => one === code);
  return (
    known && {
      code: known,
      ...(typeof issuer === 'string' && { issuer }),
      ...(typeof subject === 'string' && { subject }),
    }
  );
}

/** A place at the desk; anything else is its first page. */
export function deskPath(asked: string): string {
  const here = 'http://desk.invalid';
  if (!asked.startsWith('/') || !URL.canParse(asked, here)) return '/desk/';
  const { origin, pathname, search } = new URL(asked, here);
  return origin === here && /^\/desk(?:\/|$)/.test(pathname) ? `${pathname}${search}` : '/desk/';
}
