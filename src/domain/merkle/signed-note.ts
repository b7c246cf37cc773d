/** A checkpoint of a log as a signed note (C2SP tlog-checkpoint, signed-note): what it says, and who signed it. */
import { createHash } from 'node:crypto';
import { withoutTrailingSlashes } from '../text/trim-slashes.js';

export interface TreeHead {
  /** Whose log it is: host and path, which is also the name of the key. */
  origin: string;
  size: number;
  root: Buffer;
}

interface NoteSignature {
  name: string;
  /** Which key of that name. */
  keyId: Buffer;
  signature: Buffer;
}

/** What the log of an installation is called, by the address that the public reaches it at. */
export function logName(publicUrl: string): string {
  const { host, pathname } = new URL(publicUrl);
  return `${host}${withoutTrailingSlashes(pathname)}/log`;
}

const ed25519 = Buffer.from([1]);

/** The text that is signed, with its last line end. */
export const noteText = ({ origin, size, root }: TreeHead): string =>
  `${origin}\n${String(size)}\n${root.toString('base64')}\n`;

const keyIdOf = (name: string, publicKey: Buffer): Buffer =>
  createHash('sha256')
    .update(Buffer.concat([Buffer.from(`${name}\n`), ed25519, publicKey]))
    .digest()
    .subarray(0, 4);

/** A public key of Ed25519 (32 bytes) as verifiers of notes take it. */
export const verifierKey = (name: string, publicKey: Buffer): string =>
  `${name}+${keyIdOf(name, publicKey).toString('hex')}+${Buffer.concat([ed25519, publicKey]).toString('base64')}`;

interface Signed {
  publicKey: Buffer;
  signature: Buffer;
}

export function signedNote(head: TreeHead, signatures: readonly Signed[]): string {
  const lines = signatures.map(({ publicKey, signature }) => {
    const signed = Buffer.concat([keyIdOf(head.origin, publicKey), signature]);
    return `— ${head.origin} ${signed.toString('base64')}\n`;
  });
  return `${noteText(head)}\n${lines.join('')}`;
}

/** What a note says; undefined where it is not in the form of a checkpoint. No signature is checked. */
export function readNote(note: string): (TreeHead & { signatures: NoteSignature[] }) | undefined {
  const found = /^(\S+)\n(0|[1-9]\d{0,15})\n([A-Za-z0-9+/]{43}=)\n\n((?:— \S+ [A-Za-z0-9+/=]+\n)+)$/.exec(
    note,
  );
  if (!found) return undefined;
  const [, origin = '', size = '', root = '', lines = ''] = found;
  const signatures = lines
    .trimEnd()
    .split('\n')
    .map((line) => {
      const [, name = '', text = ''] = line.split(' ');
      const bytes = Buffer.from(text, 'base64');
      return { name, keyId: bytes.subarray(0, 4), signature: bytes.subarray(4) };
    });
  return { origin, size: Number(size), root: Buffer.from(root, 'base64'), signatures };
}

/** The signatures of a note that this key may have made. */
export const signaturesBy = (
  { origin, signatures }: { origin: string; signatures: readonly NoteSignature[] },
  publicKey: Buffer,
): Buffer[] => {
  const id = keyIdOf(origin, publicKey);
  return signatures
    .filter(({ name, keyId }) => name === origin && keyId.equals(id))
    .map(({ signature }) => signature);
};

/** That the entry at `index` is in the log of a checkpoint (C2SP tlog-proof). */
export const proofText = (index: number, path: readonly Buffer[], checkpoint: string): string =>
  ['c2sp.org/tlog-proof@v1', `index ${String(index)}`, ...path.map((hash) => hash.toString('base64'))]
    .map((line) => `${line}\n`)
    .join('') + `\n${checkpoint}`;
