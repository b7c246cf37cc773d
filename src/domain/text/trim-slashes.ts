/** PURE: an address or a path without the slashes at its end. Looked for from where they begin: each later one would be tried too. */
export const withoutTrailingSlashes = (text: string): string => text.replace(/(?<!\/)\/+$/, '');
