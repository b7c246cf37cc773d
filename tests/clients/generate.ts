/** Makes a client with each generator, the way its own documentation says. */
import { execFile } from 'node:child_process';
import { mkdir, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';

const folder = import.meta.dirname;
const generated = join(folder, 'generated');
export const documentFile = join(generated, 'openapi.json');

/** Runs a program of this folder's packages; what it says on both streams, and whether it was content. */
export async function runTool(
  name: string,
  args: readonly string[],
): Promise<{ content: boolean; stdout: string; output: string }> {
  const env = { ...process.env, REDOCLY_TELEMETRY: 'off', REDOCLY_SUPPRESS_UPDATE_NOTICE: 'true' };
  const options = { cwd: folder, env, maxBuffer: 2 ** 26 };
  const run = promisify(execFile)(join(folder, 'node_modules', '.bin', name), args, options);
  return run.then(
    ({ stdout, stderr }) => ({ content: true, stdout, output: stdout + stderr }),
    (error: unknown) => {
      const { stdout = '', stderr = '' } = error as { stdout?: string; stderr?: string };
      return { content: false, stdout, output: `${stdout}${stderr}${String(error)}` };
    },
  );
}

export async function keepDocument(document: string): Promise<void> {
  await rm(generated, { recursive: true, force: true });
  await mkdir(generated, { recursive: true });
  await writeFile(documentFile, document);
}

export const generators = {
  'openapi-typescript': {
    tool: 'openapi-typescript',
    args: [documentFile, '--output', 'generated/openapi-typescript/api.d.ts'],
  },
  'hey-api': { tool: 'openapi-ts', args: ['--file', 'hey-api.config.js'] },
  orval: { tool: 'orval', args: ['--config', 'orval.config.cjs'] },
} as const;
