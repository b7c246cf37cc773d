/** PURE: what somebody asks of a claim. */
import { isSystem, type Actor } from '../domain/access/rules.js';
import { judgeClaimMove } from '../domain/claim/rules.js';
import type { NewSalt } from '../domain/text/seal.js';
import { andThen, begin, type Change, type Decision } from './change.js';
import type { ClaimCommand } from './commands.js';
import type { DocketQuery, Docket } from './docket.js';
import { claimFactsOf, liveTasks } from './docket-facts.js';
import { dropsDrafts, needsRelated, moveClaim } from './move-claim.js';
import { moveTask } from './move-task.js';
import { proposeNotice } from './notice.js';

/** What `transitionClaim` decides on. */
export const docketForClaimMove = (claim: string, command: ClaimCommand): DocketQuery => ({
  claim,
  ...(needsRelated.has(command.event) && { related: true }),
  ...((dropsDrafts.has(command.event) || command.event === 'release') && { drafts: true }),
  ...(command.event === 'merge' && { claims: [command.into] }),
  ...((command.event === 'merge' || command.event === 'retract') && { notices: true }),
});

/** Its `start` and `release` are those of its review task. */
export function transitionClaim(
  docket: Docket,
  command: ClaimCommand,
  actor: Actor,
  newSalt: NewSalt,
): Decision {
  if (isOfReview(command)) return moveReview(docket, command, actor);
  return andThen(moveClaim(begin(docket), command, actor), (moved) =>
    noteMark(moved, command, actor, newSalt),
  );
}

/** What is told of a retraction, or of a published claim that is merged, waits for another editor. */
function noteMark(change: Change, command: ClaimCommand, actor: Actor, newSalt: NewSalt): Change {
  const note = command.event === 'retract' || command.event === 'merge' ? command.note : undefined;
  const { mark } = change.docket.claim;
  if (note === undefined || isSystem(actor) || !mark || mark === change.before.claim.mark) return change;
  return proposeNotice(change, note, actor, newSalt);
}

type ReviewCommand = Extract<ClaimCommand, { event: 'start' | 'release' }>;

const isOfReview = (command: ClaimCommand): command is ReviewCommand =>
  command.event === 'start' || command.event === 'release';

function moveReview(docket: Docket, command: ReviewCommand, actor: Actor): Decision {
  // By the table of the claim, even where the task alone could move.
  const { refusal } = judgeClaimMove(claimFactsOf(docket), command.event, actor);
  if (refusal) return refusal;
  const review = liveTasks(docket).find(({ stage }) => stage === 'review');
  const change = begin(docket);
  return review ? moveTask(change, review.id, command, actor) : moveClaim(change, command, actor);
}
