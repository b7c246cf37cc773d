/** Which key signs next, and which it announces. */
import { Failure } from '../../platform/errors.js';
import { makeKey, readKeys, type KeySource, type SigningKey } from './signing-keys.js';
import type { Checkpoint } from './statement.js';

export interface Keys {
  key: SigningKey;
  /** The key that signs from the next one on, where that is another. */
  next?: SigningKey;
  /** The key that signed the last one, where that was another and is still there. */
  previous?: SigningKey | undefined;
}

/**
 * A new key is made only where nothing was signed yet, or where somebody asks for it. It is named by the last
 * checkpoint that the old key signs, so that whoever trusts the old one can trust it.
 */
export async function chooseKeys(
  source: KeySource,
  last: Checkpoint | undefined,
  newKey: boolean,
): Promise<Keys> {
  const keys = await readKeys(source);
  const signer = last?.statement.key;
  const inUse = last ? keys.get(last.statement.nextKey ?? last.statement.key) : [...keys.values()][0];
  if (inUse) {
    const previous = signer === undefined || signer === inUse.text ? undefined : keys.get(signer);
    if (!newKey) return { key: inUse, previous };
    const next = await makeKey(source);
    if (next.text !== inUse.text) return { key: inUse, next, previous };
    throw new Failure('conflict', 'SIGN_COMMAND holds the key in use: give it another one first.');
  }
  if (!last || newKey) return { key: await makeKey(source) };
  throw new Failure(
    'upstream',
    `The key that signs checkpoints is not in ${source.keysDir}. Bring it back, or begin with a new one that nobody vouches for: isnad checkpoint --new-key`,
    { code: 'checkpoint_key_missing' },
  );
}
