/**
 * The built files of the desk, as they were at the start: a build of another version in the same folder changes nothing that runs.
 * `npm run build` has compressed each of them.
 */
import type { IncomingMessage } from 'node:http';
import { readdirSync, readFileSync } from 'node:fs';
import { extname, join } from 'node:path';
import Negotiator from 'negotiator';

export interface DeskFiles {
  /** The page with a place for the nonce; undefined where the desk was not built. */
  page: string | undefined;
  /** The script of the service worker. */
  worker: string | undefined;
  noncePlaceholder: string;
  /** By its name below `assets`, in the smallest form that the browser takes. */
  find(name: string, request: Pick<IncomingMessage, 'headers'>): SentFile | undefined;
}

interface SentFile {
  bytes: Buffer;
  type: string;
  encoding: 'br' | 'gzip' | undefined;
}

/** As `vite.config.ts` writes it. */
const noncePlaceholder = 'NONCE-OF-THIS-ANSWER';

const types: Readonly<Record<string, string>> = {
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.woff2': 'font/woff2',
  '.svg': 'image/svg+xml',
  '.json': 'application/json',
};

const encodings = [
  { encoding: 'br', ending: '.br' },
  { encoding: 'gzip', ending: '.gz' },
] as const;

export function deskFiles(folder: string): DeskFiles {
  const assets = join(folder, 'assets');
  const kept = new Map(namesIn(assets).map((name) => [name, readFileSync(join(assets, name))]));
  const page = textOf(join(folder, 'index.html'));
  return {
    noncePlaceholder,
    page,
    worker: textOf(join(folder, 'worker.js')),
    find: (name, request) => {
      const type = types[extname(name)];
      const plain = kept.get(name);
      if (type === undefined || plain === undefined) return undefined;
      const accepted = new Negotiator(request).encodings(['br', 'gzip']);
      for (const { encoding, ending } of encodings) {
        const bytes = kept.get(`${name}${ending}`);
        if (bytes && accepted.includes(encoding)) return { type, encoding, bytes };
      }
      return { type, encoding: undefined, bytes: plain };
    },
  };
}

function namesIn(folder: string): string[] {
  try {
    return readdirSync(folder);
  } catch {
    return [];
  }
}

function textOf(file: string): string | undefined {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return undefined;
  }
}
