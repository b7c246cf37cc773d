/** How operations on a claim answer, and what of it has to be as the caller has read it. */
import { entityTag, requireVersion } from '../../platform/http/conditional.js';
import { okRendered, type Answer, type Call, type Reply } from '../../platform/http/route.js';
import { claim } from './claim-output.schema.js';
import type { ClaimReader } from './claim-reader.service.js';

export const whole: Record<number, Answer> = { 200: { description: 'The claim', body: claim, tagged: true } };
export const ifMatch = { 'If-Match': 'The ETag you read; 412 when the claim has changed since' };

type AnyCall = Call<unknown, unknown, unknown>;

export const showClaim =
  (claimReader: ClaimReader) =>
  async (id: string, { caller }: Pick<AnyCall, 'caller'>): Promise<Reply> => {
    const { text, tag: parts } = await claimReader.read(id, caller);
    return okRendered(text, { ETag: entityTag('claim', ...parts) });
  };

/** Looked at under the claim's lock. */
export const unchanged =
  ({ request }: Pick<AnyCall, 'request'>) =>
  (version: number): void => {
    requireVersion(request, 'claim', version);
  };
