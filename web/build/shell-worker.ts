/** Tells the service worker which files its build consists of. */
import { createHash } from 'node:crypto';
import { readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Plugin } from 'vite';
import { keepsFiles, type Shell } from '../src/shell/shell.rules.js';

const place = 'SHELL-OF-THIS-BUILD';

export const shellWorker = (): Plugin => {
  let folder = '';
  return {
    name: 'shell-worker',
    apply: 'build',
    configResolved: ({ root, build }) => {
      folder = join(root, build.outDir);
    },
    closeBundle: async () => {
      const names = (await readdir(join(folder, 'assets'))).filter((name) => !/\.(br|gz)$/.test(name));
      const files = names.sort().map((name) => `/desk/assets/${name}`);
      const page = await readFile(join(folder, 'index.html'), 'utf8');
      const worker = join(folder, 'worker.js');
      const code = await readFile(worker, 'utf8');
      const version = createHash('sha256')
        .update([code, page, ...files].join('\n'))
        .digest('hex');
      const shell: Shell = { version: version.slice(0, 16), page: '/desk/', files };
      if (!keepsFiles(shell, page)) throw new Error('the page names files that are not built');
      if (!code.includes(place)) throw new Error('the worker has no place for its files');
      await writeFile(worker, code.replace(place, JSON.stringify(shell)));
    },
  };
};
