/** That an event is in the log, as a text that can be checked without us. */
import type { Pool } from '../../platform/db/client.js';
import { proofText } from '../../domain/merkle/signed-note.js';
import { proveInclusion } from '../../domain/merkle/tiles.js';
import { Failure, notFound } from '../../platform/errors.js';
import { readHead, readTile } from './log-folder.js';

export async function proveEvent(pool: Pool, dir: string | undefined, id: string): Promise<string> {
  const { rows } = await pool.query<{ position: string | null }>(
    'SELECT f.position FROM events e LEFT JOIN feed f ON f.event_seq = e.seq WHERE e.id = $1',
    [id],
  );
  const [found] = rows;
  if (!found) throw notFound('event', id);
  const head = dir === undefined ? undefined : await readHead(dir);
  const position = found.position === null ? Infinity : Number(found.position);
  if (dir === undefined || !head || position > head.size) throw notCovered();
  const path = await proveInclusion(
    position - 1,
    head.size,
    async (name) => (await readTile(dir, name)).hashes,
  );
  return proofText(position - 1, path, head.note);
}

const notCovered = (): Failure =>
  new Failure('not_found', 'No checkpoint covers this event yet. One is signed each day: ask again then.', {
    code: 'event_not_covered',
    retryAfter: 3600,
  });
