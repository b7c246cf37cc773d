/** The keys that checkpoints are signed with: files beside the checkpoints, outside the database. */
import { createPrivateKey, createPublicKey, generateKeyPairSync, type KeyObject } from 'node:crypto';
import { mkdir, readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { hashOf } from '../../domain/event/chain.js';
import { textOfKey } from './statement.js';
import { writeWhole } from './write-file-atomically.js';

export interface SigningKey {
  /** The public key, by which it is known. */
  text: string;
  privateKey: KeyObject;
}

const folderOf = (dir: string): string => join(dir, 'keys');
const ending = '.private.pem';

/** The private keys of the folder, by their public keys. */
export async function readKeys(dir: string): Promise<Map<string, SigningKey>> {
  const folder = folderOf(dir);
  await mkdir(folder, { recursive: true, mode: 0o700 });
  const keys = new Map<string, SigningKey>();
  for (const name of (await readdir(folder)).filter((each) => each.endsWith(ending)).sort()) {
    const privateKey = createPrivateKey(await readFile(join(folder, name)));
    const text = textOfKey(createPublicKey(privateKey));
    keys.set(text, { text, privateKey });
  }
  return keys;
}

/** Makes a key and keeps it: the private half for the owner of the process alone. */
export async function makeKey(dir: string): Promise<SigningKey> {
  const pair = generateKeyPairSync('ed25519');
  const text = textOfKey(pair.publicKey);
  const file = join(folderOf(dir), hashOf(text).slice(0, 16));
  await writeWhole(`${file}${ending}`, pair.privateKey.export({ type: 'pkcs8', format: 'pem' }), 0o600);
  await writeWhole(`${file}.public.pem`, pair.publicKey.export({ type: 'spki', format: 'pem' }), 0o644);
  return { text, privateKey: pair.privateKey };
}
