import type { Caller } from '../../domain/access/rules.js';
import type { Store } from '../../platform/db/transaction.js';
import type { Digests } from '../../platform/auth/credential-digests.js';
import type { WarnThrottled } from '../../platform/throttled-warning.js';
import type { IdentityProvider } from '../../platform/auth/identity-provider.js';
import type { SignIn } from '../members/sign-in.service.js';
import type { Me } from '../members/member.schema.js';
import { createProviderService } from './provider.service.js';
import { providerOperations } from './provider.routes.js';
import { sessionOperations } from './session.routes.js';
import { createSessionService } from './session.service.js';

interface Deps {
  store: Store;
  digests: Digests;
  findSelf: (caller: Caller) => Promise<Me>;
  provider: IdentityProvider | undefined;
  signIn: SignIn;
  home: string;
  warn: WarnThrottled;
}

/** Who is signed in with a browser. */
export function createSessions({ store, digests, findSelf, provider, signIn, home, warn }: Deps) {
  const service = createSessionService({ store, digests, warn });
  const atProvider = createProviderService({ provider, signIn, home });
  return {
    service,
    operations: [
      ...sessionOperations({ sessions: service, findSelf, provider: atProvider }),
      ...providerOperations({ provider: atProvider, sessions: service }),
    ],
    deleteOld: () => service.forget(),
  };
}
