import { z } from 'zod';
import { instant } from '../../platform/http/schema.js';
import { me } from '../members/member.schema.js';

export const newSession = z.strictObject({
  key: z.string().min(1).max(8192).describe('A key of yours; it is not kept'),
});

export const session = z
  .strictObject({
    member: me.describe('Who you are to us, and what you may do'),
    endsAt: instant
      .nullable()
      .describe('The session ends then at the latest; null: you came with a key, and not by a session'),
  })
  .meta({ id: 'Session' });

export const signedOut = z
  .strictObject({
    next: z
      .url()
      .nullable()
      .describe(
        'Where the browser goes to sign out at the identity provider, too, which leads back to the desk; null: nowhere',
      ),
  })
  .meta({ id: 'SignedOut' });
