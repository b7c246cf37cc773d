import { claimCodes } from './claim-codes.js';
import { reviewCodes } from './review-codes.js';
import type { Meaning } from './meaning.js';
import { resourceCodes } from './resource-codes.js';
import { requestCodes } from './request-codes.js';

const table = { ...requestCodes, ...claimCodes, ...reviewCodes, ...resourceCodes };

/** Stable: what a problem document is told apart by. */
export type ProblemCode = keyof typeof table;

/** Every code that the API answers with. */
export const problems: Readonly<Record<ProblemCode, Meaning>> = table;

export const problemCodes = Object.keys(table) as ProblemCode[];

type Found<Code> = Code extends `${infer Thing}_not_found` ? Thing : never;
/** What can be looked for and not be found, with `_` between its words. */
export type Findable = Found<ProblemCode>;
