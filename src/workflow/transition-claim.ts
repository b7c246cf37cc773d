/** PURE: what somebody asks of a claim. */
import type { Actor } from '../domain/access/rules.js';
import { judgeClaimMove } from '../domain/claim/rules.js';
import { begin, type Decision } from './change.js';
import type { ClaimCommand } from './commands.js';
import type { Asked, Docket } from './docket.js';
import { claimFactsOf, liveTasks } from './docket-facts.js';
import { dropsDrafts, looksAround, moveClaim } from './move-claim.js';
import { moveTask } from './move-task.js';

/** What `transitionClaim` decides on. */
export const whatClaimMoveAsks = (claim: string, command: ClaimCommand): Asked => ({
  claim,
  ...(looksAround.has(command.event) && { related: true }),
  ...(dropsDrafts.has(command.event) && { drafts: true }),
  ...(command.event === 'merge' && { claims: [command.into] }),
});

/** Its `start` and `release` are those of its review task. */
export function transitionClaim(docket: Docket, command: ClaimCommand, actor: Actor): Decision {
  return isOfReview(command) ? moveReview(docket, command, actor) : moveClaim(begin(docket), command, actor);
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
