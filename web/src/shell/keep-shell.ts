/** Has the files of the desk kept on this device, so that it opens without a network: `worker.ts`. */

/** A policy of this page: it takes scripts from strings of its own alone. */
interface Policies {
  createPolicy(name: string, rules: { createScriptURL: (url: string) => string }): Policy;
}
interface Policy {
  createScriptURL(url: string): string;
}

const address = '/desk/worker.js';

async function register(): Promise<void> {
  // Not on a page that is no secure context, nor in every private window.
  if (!('serviceWorker' in navigator)) return;
  const { trustedTypes } = globalThis as { trustedTypes?: Policies };
  const policy = trustedTypes?.createPolicy('isnad-worker', { createScriptURL: () => address });
  await navigator.serviceWorker.register(policy?.createScriptURL(address) ?? address, { scope: '/desk/' });
}

/** Loaded at rest, after all else. Where it fails, the desk works as before, and the next start tries again. */
export const shell = { preload: register };
