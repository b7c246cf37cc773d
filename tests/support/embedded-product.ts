import { chmod, mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startProcess } from './processes.js';

export interface EmbeddedProduct {
  url: string;
  dir: string;
  /** A key for each role. */
  keys: Record<string, string>;
  close(): Promise<void>;
}

/** What `npm start` brings up, in a folder of its own: one process with its own database and the first article. */
export async function startEmbeddedProduct(env: Record<string, string> = {}): Promise<EmbeddedProduct> {
  const dir = await mkdtemp(join(tmpdir(), 'isnad-product-'));
  // As root, the database runs under another account, which has to pass through.
  await chmod(dir, 0o711);
  const product = startProcess('src/main.js', {
    PORT: '0',
    ISNAD_DIR: dir,
    LOG_LEVEL: 'warn',
    ...env,
  });
  const [, url = ''] = await product.says(/ready at (http:\S+)[^]*Ctrl-C/);
  return {
    url,
    dir,
    keys: JSON.parse(await readFile(join(dir, 'keys.json'), 'utf8')) as Record<string, string>,
    close: async () => {
      await product.end();
      await rm(dir, { recursive: true, force: true });
    },
  };
}
