/** PURE: what a build of the desk consists of. */

export interface Shell {
  /** Another for each build. */
  version: string;
  /** The path of its page. */
  page: string;
  /** Paths of all that it loads, whose names hold their digests. */
  files: readonly string[];
}

/** Whether a page is of the build that has these files. */
export function keepsFiles({ files }: Shell, page: string): boolean {
  const named = [...page.matchAll(/"(\/desk\/assets\/[^"]+)"/g)].map(([, path = '']) => path);
  return named.length > 0 && named.every((path) => files.includes(path));
}
