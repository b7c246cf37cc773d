/** PURE: what somebody decides on a verdict: moves of its claim, named by the verdict so that no other is meant. */
import type { Caller } from '../domain/access/rules.js';
import { refuseVerdictMove, type VerdictFacts } from '../domain/verdict/lifecycle.js';
import { breakGlass } from './break-glass.js';
import { begin, type Decision } from './change.js';
import type { BreakGlass, VerdictCommand } from './commands.js';
import { claimFactsOf, type Asked, type Docket, type DocketVerdict } from './docket.js';
import { moveClaim } from './move-claim.js';

export const whatVerdictMoveAsks = (verdict: string, command: VerdictCommand | BreakGlass): Asked => ({
  verdict,
  related: true,
  ...(command.event === 'break_glass' && { members: [command.second] }),
});

export const verdictFactsOf = (docket: Docket, { status }: DocketVerdict): VerdictFacts => ({
  status,
  claim: { ...claimFactsOf(docket), id: docket.claim.id },
});

export function transitionVerdict(
  docket: Docket,
  verdict: DocketVerdict,
  command: VerdictCommand | BreakGlass,
  caller: Caller,
): Decision {
  const refusal = refuseVerdictMove(verdictFactsOf(docket, verdict), command.event, caller);
  if (refusal) return refusal;
  if (command.event === 'break_glass') return breakGlass(docket, verdict, command, caller);
  return moveClaim(begin(docket), command, caller);
}
