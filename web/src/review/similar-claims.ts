/** What is like a claim is at the end of its screen, and comes after the rest. */
import { late } from '../parts/late.js';

export const SimilarClaims = late(() => import('./similar.js').then((part) => part.SimilarClaims));
