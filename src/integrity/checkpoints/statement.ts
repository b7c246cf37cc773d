/** What Isnad signs about all of its chains, and how the signature is made and checked. */
import { createPublicKey, verify, type KeyObject } from 'node:crypto';
import { z } from 'zod';
import { hashOf } from '../../domain/event/chain.js';
import { canonicalJson } from '../../domain/text/canonical-json.js';

const digest = z.string().regex(/^[0-9a-f]{64}$/, 'must be 64 hex digits in lower case');
const count = z.int().min(0);
/** As the database writes it: another spelling would be another statement. */
const eventId = z
  .string()
  .regex(/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/, 'must be a UUID in lower case');

/** A public key of Ed25519: its 32 bytes in base64url, the `x` of a JWK. It is its own id. */
export const publicKey = z
  .string()
  .refine((text) => isKey(text), 'must be an Ed25519 key: 43 characters of base64url');

const statement = z.strictObject({
  isnadCheckpoint: z.literal(1).describe('The form of this statement; says also what it is a signature of'),
  number: z.int().min(1).describe('1, 2, 3 … without a gap'),
  at: z.string().describe('When it was made, by the clock of Isnad'),
  feed: z
    .strictObject({ position: count, event: eventId.describe('The event at this position') })
    .describe('The end of the feed it covers'),
  log: z
    .strictObject({
      origin: z.string().describe('The name of the log'),
      size: count.describe('How many events its tree is over; the position of the last of them'),
      root: digest.describe("Root of that tree, as the log's checkpoint of this size has it"),
    })
    .describe('The feed as a transparency log, as it was signed along with this: /log/checkpoint'),
  chains: count.describe('How many chains there were: the leaves of the tree'),
  root: digest.describe('Root of the Merkle tree (RFC 6962) over all chains'),
  previous: digest.nullable().describe('Hash of the checkpoint before; null for the first'),
  key: publicKey.describe('The key that signs it: Ed25519, 32 bytes in base64url'),
  nextKey: publicKey.nullable().describe('The key that signs from the next one on, where that is another'),
});
type Statement = z.output<typeof statement>;

export const checkpoint = z
  .strictObject({
    hash: digest.describe('SHA-256 of the canonical JSON (RFC 8785) of `statement`'),
    signature: z.string().describe('Ed25519 over the same bytes, in base64url'),
    statement,
  })
  .meta({ id: 'Checkpoint' });
export type Checkpoint = z.output<typeof checkpoint>;

/** `text` is the canonical JSON of a statement, which is what is hashed and signed. */
export const sealed = (text: string, signature: string): Checkpoint => ({
  hash: hashOf(text),
  signature,
  statement: statement.parse(JSON.parse(text)),
});

export async function signStatement(
  said: Statement,
  sign: (bytes: Buffer) => Promise<Buffer>,
): Promise<Checkpoint> {
  const text = canonicalJson(said);
  const checkpoint = sealed(text, (await sign(Buffer.from(text))).toString('base64url'));
  if (!isSealed(checkpoint)) throw new Error('what was to be signed has a signature that does not hold');
  return checkpoint;
}

/** Whether hash and signature are those of the statement, by the key that it names. */
export function isSealed({ hash, signature, statement: said }: Checkpoint): boolean {
  const text = canonicalJson(said);
  const bytes = Buffer.from(signature, 'base64url');
  // Node reads base64url leniently; only the one canonical spelling is a signature.
  if (hashOf(text) !== hash || bytes.toString('base64url') !== signature) return false;
  return verify(null, Buffer.from(text), keyFromText(said.key), bytes);
}

export const keyFromText = (x: string): KeyObject =>
  createPublicKey({ key: { kty: 'OKP', crv: 'Ed25519', x }, format: 'jwk' });

function isKey(text: string): boolean {
  const bytes = Buffer.from(text, 'base64url');
  return bytes.length === 32 && bytes.toString('base64url') === text;
}

/** The 32 bytes of a public key. */
export const bytesOfKey = (text: string): Buffer => Buffer.from(text, 'base64url');

export const textOfKey = (key: KeyObject): string => key.export({ format: 'jwk' }).x ?? '';

/** The leaf of one chain: how many events it had, and the hash of the last of them. */
export interface Leaf {
  chain: string;
  length: number;
  head: string;
}

export const leafBytes = ({ chain, length, head }: Leaf): Buffer =>
  Buffer.from(canonicalJson({ chain, length, head }));
