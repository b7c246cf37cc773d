/** Settings in the file `.env` of the folder where a process is started; what the environment says goes before it. */
import { existsSync } from 'node:fs';

const file = '.env';

/** Not in tests: what they find must not depend on who runs them. */
export function loadEnvFile(): void {
  if (process.env['NODE_ENV'] === 'test' || !existsSync(file)) return;
  process.loadEnvFile(file);
}
