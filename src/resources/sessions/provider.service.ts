import type { Caller } from '../../domain/access/rules.js';
import { deskPath, type RefusedSignIn, type SignInUnderWay } from '../../domain/access/sign-in-under-way.js';
import type { IdentityProvider } from '../../platform/auth/identity-provider.js';
import { Failure } from '../../platform/errors.js';
import type { SignIn } from '../members/sign-in.service.js';

export type ProviderService = ReturnType<typeof createProviderService>;

interface Deps {
  /** Undefined: one signs in by keys alone. */
  provider: IdentityProvider | undefined;
  signIn: SignIn;
  /** The address of this installation, without a slash at the end. */
  home: string;
}

/** Signing in with a browser at the newsroom's identity provider. */
export function createProviderService({ provider, signIn, home }: Deps) {
  const back = `${home}/session/callback`;
  const demand = (): IdentityProvider => {
    if (provider) return provider;
    throw new Failure('not_found', 'This installation has no identity provider. Sign in with a key.', {
      code: 'path_not_found',
    });
  };

  return {
    issuer: provider?.issuer,

    /** The host that the provider sends people back to: a cookie that was set on another would not be there. */
    host: new URL(home).host,
    home,

    /** Where the browser goes, and what it keeps until it comes back. Throws `identity_provider_unavailable`. */
    async begin(to: string): Promise<{ url: string; underWay: SignInUnderWay }> {
      const { url, checks } = await demand().begin(back);
      return { url, underWay: { ...checks, to: deskPath(to) } };
    },

    /** The caller who came back with this query, or why they are none. `address` is noted with the use of their key. */
    async finish(
      query: string,
      underWay: SignInUnderWay | undefined,
      address: string,
    ): Promise<Caller | RefusedSignIn> {
      const { issuer, finish } = demand();
      if (!underWay) return { code: 'sign_in_expired' };
      try {
        const who = await finish(new URL(`${back}${query}`), underWay);
        if ('refused' in who) {
          signIn.refuse(who.reason, address);
          return { code: who.refused };
        }
        const { subject } = who;
        try {
          return (await signIn.bySubject(who, address)) ?? { code: 'member_inactive' };
        } catch (error) {
          if (error instanceof Failure && error.code === 'unknown_subject')
            return { code: 'unknown_subject', issuer, subject };
          throw error;
        }
      } catch (error) {
        if (error instanceof Failure && error.code === 'identity_provider_unavailable')
          return { code: 'identity_provider_unavailable' };
        throw error;
      }
    },
  };
}
