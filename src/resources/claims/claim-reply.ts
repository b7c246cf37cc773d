/** How operations on a claim answer, and what of it has to be as the caller has read it. */
import { entityTag, requireMatch, showing } from '../../platform/http/conditional.js';
import { okRendered, type Answer, type Call, type Reply } from '../../platform/http/route.js';
import { claim } from './claim-output.schema.js';
import type { ClaimReader } from './claim-reader.service.js';

export const whole: Record<number, Answer> = { 200: { description: 'The claim', body: claim, tagged: true } };
export const ifMatch = { 'If-Match': 'The ETag you read; 412 when the claim has changed since' };

export const tagOf = (version: number): string => entityTag('claim', version);

type AnyCall = Call<unknown, unknown, unknown>;

export const showClaim =
  (claimReader: ClaimReader) =>
  async (id: string, { caller }: Pick<AnyCall, 'caller'>): Promise<Reply> => {
    const { text, version } = await claimReader.read(id, caller);
    return showing(tagOf(version), okRendered(text));
  };

/** Looked at under the claim's lock. */
export const unchanged =
  ({ request }: Pick<AnyCall, 'request'>) =>
  (version: number): void => {
    requireMatch(request, tagOf(version));
  };
