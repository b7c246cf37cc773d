import { randomBytes } from 'node:crypto';
import { saltLength } from '../../domain/text/seal.js';

export const newSalt = (): Uint8Array => randomBytes(saltLength);
