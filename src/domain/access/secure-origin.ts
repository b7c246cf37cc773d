/** Names of the machine itself, as a browser knows them. */
const ownMachine = /^(?:localhost|.+\.localhost|127(?:\.\d{1,3}){3}|\[::1\])$/;

export const isOwnMachine = (host: string): boolean => ownMachine.test(host);

/** PURE: whether a browser keeps a secure cookie of a page from there: over TLS, or from its own machine. */
export function isSecureOrigin(url: string): boolean {
  const { protocol, hostname } = new URL(url);
  return protocol === 'https:' || isOwnMachine(hostname);
}
