/** How operations on a claim answer. */
import { withVersionTag } from '../../platform/http/conditional.js';
import { tagOfClaim } from '../../workflow/unchanged-claim.js';
import { okRendered, type Answer, type Call, type Reply } from '../../platform/http/route.js';
import { claim } from './claim-output.schema.js';
import type { ClaimReader } from './claim-reader.service.js';

export const whole: Record<number, Answer> = { 200: { description: 'The claim', body: claim, tagged: true } };

type AnyCall = Call<unknown, unknown, unknown>;

export const showClaim =
  (claimReader: ClaimReader) =>
  async (id: string, { caller }: Pick<AnyCall, 'caller'>): Promise<Reply> => {
    const { text, version } = await claimReader.read(id, caller);
    return withVersionTag(tagOfClaim(version), okRendered(text));
  };
