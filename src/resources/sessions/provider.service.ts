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
  const requireProvider = (): IdentityProvider => {
    if (provider) return provider;
    throw new Failure('not_found', 'This installation has no identity provider. Sign in with a key.', {
      code: 'path_not_found',
    });
  };

  return {
    /** Where one begins; null without a provider. */
    way: provider
      ? { issuer: provider.issuer, name: new URL(provider.issuer).host, start: `${home}/session/start` }
      : null,

    /** Where the browser goes, and what it keeps until it comes back. Throws `identity_provider_unavailable`. */
    async begin(to: string, before: string | null): Promise<{ url: string; underWay: SignInUnderWay }> {
      const { url, checks } = await requireProvider().begin(back);
      return { url, underWay: { ...checks, to: deskPath(to), before } };
    },

    /** Where the browser signs out there as well, and comes back from; null where the provider has no such place, or is away. */
    findSignOut: async (): Promise<string | null> => (await provider?.findSignOut(`${home}/desk/`)) ?? null,

    /** The caller who came back with this query, or why they are none. `address` is noted with the use of their key. */
    async finish(
      query: string,
      underWay: SignInUnderWay | undefined,
      address: string,
    ): Promise<Caller | RefusedSignIn> {
      const { finish } = requireProvider();
      if (!underWay) return { code: 'sign_in_expired' };
      const who = await finish(new URL(`${back}?${query}`), underWay);
      if ('refused' in who) {
        signIn.noteRefusal(who.reason, address);
        return { code: who.refused };
      }
      try {
        return (await signIn.bySubject(who, address)) ?? { code: 'member_inactive' };
      } catch (error) {
        if (!(error instanceof Failure) || error.code !== 'unknown_subject') throw error;
        return { code: 'unknown_subject', issuer: who.issuer, subject: who.subject };
      }
    },
  };
}
