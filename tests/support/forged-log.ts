/** A log over any entries, signed with the true key: what only its holder could do. */
import { createPublicKey, sign, type KeyObject } from 'node:crypto';
import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { noteText, signedNote } from '../../src/domain/merkle/signed-note.js';
import { growTiles, tileWidth, treeOf } from '../../src/domain/merkle/tiles.js';
import { hashLeaf } from '../../src/domain/merkle/tree.js';
import { bytesOfKey, textOfKey } from '../../src/integrity/checkpoints/statement.js';
import { writeEntries, writeHead, writeTile } from '../../src/integrity/log/log-folder.js';

export async function signLogOf(
  dir: string,
  entries: readonly Buffer[],
  { origin, privateKey }: { origin: string; privateKey: KeyObject },
): Promise<void> {
  await mkdir(join(dir, 'log'), { recursive: true });
  const tiles = growTiles(0, []);
  for (const entry of entries) for (const tile of tiles.push(hashLeaf(entry))) await writeTile(dir, tile);
  for (const tile of tiles.edge()) await writeTile(dir, tile);
  for (let at = 0; at < entries.length; at += tileWidth)
    await writeEntries(dir, at / tileWidth, entries.slice(at, at + tileWidth));
  const head = { origin, size: entries.length, root: treeOf(tiles.edge()).root() };
  const publicKey = bytesOfKey(textOfKey(createPublicKey(privateKey)));
  const signature = sign(null, Buffer.from(noteText(head)), privateKey);
  await writeHead(dir, signedNote(head, [{ publicKey, signature }]));
}
