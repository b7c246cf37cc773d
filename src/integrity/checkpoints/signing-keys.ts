/** The keys that checkpoints are signed with: files outside the database, or a command that keeps one elsewhere. */
import { createPrivateKey, createPublicKey, generateKeyPairSync, sign, type KeyObject } from 'node:crypto';
import { mkdir, readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { hashOf } from '../../domain/event/chain.js';
import { writeWhole } from '../../platform/write-file-atomically.js';
import { runSignCommand } from './sign-command.js';
import { publicKey, textOfKey } from './statement.js';

export interface SigningKey {
  /** The public key, by which it is known. */
  text: string;
  sign: (bytes: Buffer) => Promise<Buffer>;
}

export interface KeySource {
  /** The folder of key files. */
  keysDir: string;
  /** A program that signs instead: `sign-command.ts`. */
  signCommand?: string | undefined;
}

const ending = '.private.pem';

/** Every key there is, by its public half. */
export async function readKeys({ keysDir, signCommand }: KeySource): Promise<Map<string, SigningKey>> {
  await mkdir(keysDir, { recursive: true, mode: 0o700 });
  const keys = new Map<string, SigningKey>();
  if (signCommand !== undefined) {
    const key = await readCommandKey(signCommand);
    keys.set(key.text, key);
  }
  for (const name of (await readdir(keysDir)).filter((each) => each.endsWith(ending)).sort()) {
    const key = fileKey(createPrivateKey(await readFile(join(keysDir, name))));
    keys.set(key.text, key);
  }
  return keys;
}

/** Another key than those in use: that of the command, or one that is made and kept, its private half for the owner alone. */
export async function makeKey({ keysDir, signCommand }: KeySource): Promise<SigningKey> {
  if (signCommand !== undefined) return readCommandKey(signCommand);
  const pair = generateKeyPairSync('ed25519');
  const file = join(keysDir, hashOf(textOfKey(pair.publicKey)).slice(0, 16));
  await writeWhole(`${file}${ending}`, pair.privateKey.export({ type: 'pkcs8', format: 'pem' }), 0o600);
  await writeWhole(`${file}.public.pem`, pair.publicKey.export({ type: 'spki', format: 'pem' }), 0o644);
  return fileKey(pair.privateKey);
}

const fileKey = (privateKey: KeyObject): SigningKey => ({
  text: textOfKey(createPublicKey(privateKey)),
  sign: (bytes) => Promise.resolve(sign(null, bytes, privateKey)),
});

async function readCommandKey(command: string): Promise<SigningKey> {
  const text = (await runSignCommand(command, 'public-key')).trim();
  if (!publicKey.safeParse(text).success) {
    throw new Error(`SIGN_COMMAND public-key printed no Ed25519 key: 32 bytes in base64url, without padding`);
  }
  return {
    text,
    sign: async (bytes) => Buffer.from(await runSignCommand(command, 'sign', bytes), 'base64'),
  };
}
