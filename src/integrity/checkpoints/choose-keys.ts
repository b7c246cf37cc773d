/** Which key signs next, and which it announces. */
import { Failure } from '../../platform/errors.js';
import { makeKey, type KeySource, type SigningKey } from './signing-keys.js';
import type { Checkpoint } from './statement.js';

export interface Keys {
  key: SigningKey;
  /** The key that signs from the next one on, where that is another. */
  next?: SigningKey;
  /** The key that signed the last one, where that was another and is still there. */
  previous?: SigningKey | undefined;
}

interface Choice {
  /** Every key there is. */
  keys: ReadonlyMap<string, SigningKey>;
  source: KeySource;
  last: Checkpoint | undefined;
  newKey: boolean;
  /** Whether the log that is to be signed goes on from the longest one that this key has signed. */
  goesOn: (key: SigningKey) => boolean;
}

/**
 * A new key is made only where nothing was signed yet, or where somebody asks for it. It is named by the last
 * checkpoint that the old key signs, so that whoever trusts the old one can trust it. A key that has signed another
 * log than this one never signs again.
 */
export async function chooseKeys({ keys, source, last, newKey, goesOn }: Choice): Promise<Keys> {
  const signer = last?.statement.key;
  const inUse = last ? keys.get(last.statement.nextKey ?? last.statement.key) : [...keys.values()][0];
  if (inUse && goesOn(inUse)) {
    const previous = signer === undefined || signer === inUse.text ? undefined : keys.get(signer);
    if (!newKey) return { key: inUse, previous };
    const next = await makeAnother(source, inUse);
    return { key: inUse, next, previous };
  }
  if (inUse && newKey) return { key: await makeAnother(source, inUse) };
  if (inUse) throw signedMore(inUse, source);
  if (!last || newKey) return { key: await makeKey(source) };
  throw new Failure(
    'upstream',
    `The key that signs checkpoints is not in ${source.keysDir}. Bring it back, or begin with a new one that nobody vouches for: isnad checkpoint --new-key`,
    { code: 'checkpoint_key_missing' },
  );
}

async function makeAnother(source: KeySource, inUse: SigningKey): Promise<SigningKey> {
  const made = await makeKey(source);
  if (made.text !== inUse.text) return made;
  throw new Failure('conflict', 'SIGN_COMMAND holds the key in use: give it another one first.');
}

const signedMore = ({ signed }: SigningKey, { keysDir }: KeySource): Failure =>
  new Failure(
    'conflict',
    `The key in use has signed a log of ${String(signed?.size)} events (${keysDir}) that the database does not know: an older state has come back. Nothing is signed until the newer one is restored, or another key begins: isnad checkpoint --new-key`,
    { code: 'database_behind_log' },
  );
