import { late } from '../parts/late.js';

/** The article has another text by now: whether the words that the claim quotes stand there too, and what changed. */
export const NewerVersion = late(() => import('./newer-text.js').then((part) => part.NewerText));
