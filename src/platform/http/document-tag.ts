import { digestOf, entityTag } from './conditional.js';

/**
 * A strong entity tag for documents in a format of their own that are put together from many things, none of whose
 * versions stands for the whole: it is made of what is sent. Plain JSON has the same from body-tag.ts.
 */
export const tagOfDocument = (name: string, content: string): string => entityTag(name, digestOf(content));
