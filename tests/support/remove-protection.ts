/**
 * Takes one protection out of a run, so that the test named for it can be seen to fail: tests/faults/protections.test.ts
 * says which in WITHOUT. SQL is run on the template of all test databases, code is replaced as it is loaded.
 */
export type Without = { sql: string } | { file: string; code: string; becomes: string };

export function readWithout(): Without | undefined {
  const given = process.env['WITHOUT'];
  return given === undefined ? undefined : (JSON.parse(given) as Without);
}

/** A plugin of vite's. What it does not find fails the run: a protection that has moved is not one that was removed. */
export function sabotage() {
  const without = readWithout();
  return {
    name: 'sabotage',
    enforce: 'pre' as const,
    transform: (code: string, id: string): string | undefined => {
      if (!without || !('file' in without) || !id.endsWith(`/${without.file}`)) return undefined;
      if (!code.includes(without.code)) throw new Error(`${without.file} has no ${without.code}`);
      return code.replaceAll(without.code, without.becomes);
    },
  };
}
