/** PURE: what somebody decides on a verdict: moves of its claim, named by the verdict so that no other is meant. */
import type { Caller } from '../domain/access/rules.js';
import { unknownReference, type Refusal } from '../domain/problem/refusal.js';
import type { NewSalt } from '../domain/text/seal.js';
import { refuseVerdictMove, type VerdictFacts } from '../domain/verdict/lifecycle.js';
import { breakGlass, confirmGlassBreak, isGlassBroken, openGlassBreak } from './break-glass.js';
import { begin, type Decision } from './change.js';
import type { BreakGlass, Confirmation, VerdictCommand } from './commands.js';
import type { DocketQuery, Docket } from './docket.js';
import { claimFactsOf, otherNamed } from './docket-facts.js';
import type { DocketVerdict } from './docket-verdict.js';
import { moveClaim } from './move-claim.js';
import { requireEdition } from './propose-edition.js';

export const docketForVerdictMove = (verdict: string, command: Command): DocketQuery => ({
  verdict,
  related: true,
  ...(namesEdition(command) && { edition: true }),
  ...(command.event === 'break_glass' && { members: [command.second] }),
});

type Command = VerdictCommand | BreakGlass | Confirmation;

/** What is decided on is the edition that was read; only taking one's own verdict back needs no reading. */
const namesEdition = (command: Command): command is Exclude<Command, { event: 'withdraw' }> =>
  command.event !== 'withdraw';

export const verdictFactsOf = (docket: Docket, { status }: DocketVerdict): VerdictFacts => ({
  status,
  claim: { ...claimFactsOf(docket), id: docket.claim.id },
  glassBreak: openGlassBreak(docket),
  isBroken: isGlassBroken(docket),
});

export function transitionVerdict(
  docket: Docket,
  verdict: DocketVerdict,
  command: Command,
  { caller, newSalt }: { caller: Caller; newSalt: NewSalt },
): Decision {
  const refusal = refuseVerdictMove(verdictFactsOf(docket, verdict), command.event, caller);
  if (refusal) return refusal;
  if (!namesEdition(command)) return moveClaim(begin(docket), command, caller);
  const edition = requireEdition(docket, command.edition, newSalt);
  if ('why' in edition) return edition;
  const unrelated = refuseUnrelated(docket, command);
  if (unrelated) return unrelated;
  switch (command.event) {
    case 'approve':
      return moveClaim(begin(docket), { ...command, read: edition }, caller);
    case 'break_glass':
      return breakGlass(docket, verdict, { ...command, read: edition }, caller);
    case 'confirm':
      return confirmGlassBreak(docket, edition, caller);
    default:
      return moveClaim(begin(docket), command, caller);
  }
}

/** Why what it acknowledges is no clash: there is no such claim, or it has nothing to do with this one. */
function refuseUnrelated(docket: Docket, command: Command): Refusal | undefined {
  const given = 'acknowledge' in command ? (command.acknowledge ?? []) : [];
  const faults = given.flatMap(({ claim }, index) =>
    otherNamed(docket, claim)
      ? []
      : [{ pointer: `/acknowledge/${String(index)}/claim`, message: 'is not a related claim' }],
  );
  return faults.length === 0 ? undefined : unknownReference(...faults);
}
