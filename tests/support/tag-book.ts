/** Which bytes came under which tag: the same tag of the same thing means the same bytes, to whoever asks. */
import { createHash } from 'node:crypto';
import type { Response } from 'supertest';

interface TagBook {
  /** What is wrong with this answer, after all that were seen before; nothing where it brings no tag. */
  compare: (path: string, answer: Response, who: string) => string | undefined;
  /** How often a tag was met again. */
  metAgain: () => number;
}

export function createTagBook(): TagBook {
  const seen = new Map<string, { digest: string; who: string; text: string }>();
  let again = 0;
  return {
    compare: (path, { status, headers, text }, who) => {
      const tag = (headers as Record<string, string | undefined>)['etag'];
      if (status !== 200 || tag === undefined) return undefined;
      const digest = createHash('sha256').update(text).digest('hex');
      const key = `${path} ${tag}`;
      const before = seen.get(key);
      seen.set(key, { digest, who, text });
      if (!before) return undefined;
      again++;
      return before.digest === digest
        ? undefined
        : `${path} under ${tag}: to ${before.who}\n${before.text}\nto ${who}\n${text}`;
    },
    metAgain: () => again,
  };
}
