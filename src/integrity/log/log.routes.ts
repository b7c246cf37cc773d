/** The log of the feed for everybody: its checkpoint, and the tiles and entries that anybody can check it by. */
import { Router } from 'express';
import { isWithin, readTilePath } from '../../domain/merkle/tiles.js';
import { Failure } from '../../platform/errors.js';
import { entityTag, matches } from '../../platform/http/conditional.js';
import {
  limitPublicReaders,
  allowOnlyReads,
  type PublicReading,
} from '../../platform/http/public-reading.js';
import { readHead, readTileBytes } from './log-folder.js';
import { immutable } from '../../platform/http/caching.js';

const forSeconds = 'public, max-age=5';

export function logRoutes(dir: string, reading: PublicReading): Router {
  const router = Router();
  router.use('/log', limitPublicReaders(reading), allowOnlyReads);

  router.get('/log/checkpoint', async (request, response) => {
    const head = await readHead(dir);
    if (!head) throw notThere('Nothing was signed yet.');
    const tag = entityTag('log', head.size, head.note.length, head.root.toString('hex').slice(0, 16));
    response.set({ ETag: tag, 'Cache-Control': forSeconds });
    if (matches(request, tag)) response.status(304).end();
    else response.type('text/plain; charset=utf-8').send(head.note);
  });

  router.get('/log/tile/*path', async (request, response) => {
    const name = readTilePath(request.path.slice('/log/'.length));
    // What was written and not signed is nobody's: it may still turn out to be of another feed.
    const signed = name && isWithin(name, (await readHead(dir))?.size ?? 0);
    const bytes = signed && (await readTileBytes(dir, name));
    if (!bytes) throw notThere('The log has no such tile. Its checkpoint says how large it is.');
    response.set({ 'Cache-Control': immutable, 'Content-Type': 'application/octet-stream' }).send(bytes);
  });
  return router;
}

const notThere = (why: string): Failure => new Failure('not_found', why, { code: 'path_not_found' });
