/**
 * The keys that checkpoints are signed with: files outside the database, or a command that keeps one elsewhere. Beside them
 * stands how far each has signed: neither an older database nor an emptied folder makes a key sign two histories.
 */
import { createPrivateKey, createPublicKey, generateKeyPairSync, sign, type KeyObject } from 'node:crypto';
import { mkdir, readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import { hashOf } from '../../domain/event/chain.js';
import { writeWhole } from '../../platform/write-file-atomically.js';
import { runSignCommand } from './sign-command.js';
import { publicKey, textOfKey } from './statement.js';

interface Signer {
  /** The public key, by which it is known. */
  text: string;
  sign: (bytes: Buffer) => Promise<Buffer>;
}

export interface SigningKey extends Signer {
  /** The longest log it has signed, with the root in hex; undefined where that is not known. */
  signed: SignedHead | undefined;
}

const signedHead = z.object({ size: z.int().positive(), root: z.string() });
type SignedHead = z.infer<typeof signedHead>;

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
  const add = async (key: Signer): Promise<void> => {
    keys.set(key.text, { ...key, signed: await readSigned(keysDir, key.text) });
  };
  if (signCommand !== undefined) await add(await readCommandKey(signCommand));
  for (const name of (await readdir(keysDir)).filter((each) => each.endsWith(ending)).sort())
    await add(fileKey(createPrivateKey(await readFile(join(keysDir, name)))));
  return keys;
}

/** To be called before a signature is kept anywhere. A folder that only root may write remembers nothing. */
export async function noteSigned({ keysDir }: KeySource, key: string, head: SignedHead): Promise<void> {
  try {
    await writeWhole(signedFile(keysDir, key), `${JSON.stringify(head)}\n`);
  } catch (error) {
    if (!['EACCES', 'EPERM', 'EROFS'].includes((error as NodeJS.ErrnoException).code ?? '')) throw error;
  }
}

async function readSigned(keysDir: string, key: string): Promise<SignedHead | undefined> {
  const text = await readFile(signedFile(keysDir, key), 'utf8').catch((error: unknown) => {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
    throw error;
  });
  return text === undefined ? undefined : signedHead.parse(JSON.parse(text));
}

const nameOfKey = (key: string): string => hashOf(key).slice(0, 16);
const signedFile = (keysDir: string, key: string): string => join(keysDir, `${nameOfKey(key)}.signed.json`);

/** Another key than those in use: that of the command, or one that is made and kept, its private half for the owner alone. */
export async function makeKey({ keysDir, signCommand }: KeySource): Promise<SigningKey> {
  if (signCommand !== undefined) {
    const key = await readCommandKey(signCommand);
    return { ...key, signed: await readSigned(keysDir, key.text) };
  }
  const pair = generateKeyPairSync('ed25519');
  const file = join(keysDir, nameOfKey(textOfKey(pair.publicKey)));
  await writeWhole(`${file}${ending}`, pair.privateKey.export({ type: 'pkcs8', format: 'pem' }), 0o600);
  await writeWhole(`${file}.public.pem`, pair.publicKey.export({ type: 'spki', format: 'pem' }), 0o644);
  return { ...fileKey(pair.privateKey), signed: undefined };
}

const fileKey = (privateKey: KeyObject): Signer => ({
  text: textOfKey(createPublicKey(privateKey)),
  sign: (bytes) => Promise.resolve(sign(null, bytes, privateKey)),
});

async function readCommandKey(command: string): Promise<Signer> {
  const text = (await runSignCommand(command, 'public-key')).trim();
  if (!publicKey.safeParse(text).success) {
    throw new Error(`SIGN_COMMAND public-key printed no Ed25519 key: 32 bytes in base64url, without padding`);
  }
  return {
    text,
    sign: async (bytes) => Buffer.from(await runSignCommand(command, 'sign', bytes), 'base64'),
  };
}
