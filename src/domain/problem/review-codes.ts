import { meaning } from './meaning.js';

const missing = meaning('not_found');
const forbidden = meaning('forbidden');
const conflict = meaning('conflict');
const unprocessable = meaning('unprocessable');
/** 403 where it is about the caller, 409 where it is about whom they hand the task to. */
const cannotHold = meaning('forbidden', 'conflict');

/** Tasks and verdicts: who may do what now. */
export const reviewCodes = {
  task_not_found: missing('No such task', 'No task has this id. `GET /v1/tasks` lists them.'),
  verdict_not_found: missing('No such verdict', 'No verdict that you may see has this id.'),
  illegal_move: conflict(
    'No such move now',
    'From where it stands there is no such move. `GET …/transitions` lists those there are.',
  ),
  decide_elsewhere: conflict(
    'Move made elsewhere',
    'This move is made by a request of its own: POST it to the path in `at`.',
  ),
  verdict_under_way: conflict(
    'Verdict being recorded',
    'The verdict was submitted and is about to be recorded. Wait a moment, then withdraw it.',
  ),
  edition_changed: meaning('stale')(
    'Edition changed',
    'What would be published is no longer what you read: `changed` names the fields. Read it again, and name the new digest.',
  ),
  verdict_incomplete: conflict(
    'Verdict incomplete',
    'The claim, or what the verdict cites, has changed so that it can no longer stand: `reasons` says why. Return it.',
  ),
  nothing_to_confirm: conflict(
    'Nothing to confirm',
    'Nobody has broken the glass for this verdict, or it has lapsed. Ask whoever did to do it again.',
  ),
  glass_broken_already: conflict(
    'Glass broken already',
    'The glass is broken for this edition already, and waits for its second person. Wait for them, or until it lapses.',
  ),
  another_edition: conflict(
    'Another edition',
    'What would be published is no longer what the glass was broken for. Whoever broke it has to read it again.',
  ),
  decider_inactive: conflict(
    'Decider inactive',
    'Whoever broke the glass is no longer active, or their second person may no longer check.',
  ),
  not_the_second: forbidden('Not the second person', 'Only the second person who was named may confirm it.'),
  held_by_another: conflict(
    'Held by another editor',
    'Another editor holds the approval task. Ask for its release, or have it assigned to you.',
  ),
  held_by_nobody_else: conflict(
    'Held by nobody else',
    'The glass is broken for an approval that somebody else holds. Nobody does: approve it in turn.',
  ),
  people_only: forbidden('For people only', 'Only a person may make this move.'),
  system_only: forbidden('For the system only', 'Nobody makes this move: it follows from other things.'),
  editors_only: forbidden('For editors only', 'Only an editor may make this move.'),
  not_the_holder: forbidden(
    'Not the holder',
    'Only whoever holds the task may do this. Take the task first.',
  ),
  not_the_author: forbidden('Not the author', 'Only the author of the verdict may do this, or an editor.'),
  wrong_role: cannotHold('Wrong role', 'A task of this stage is held by other roles: `detail` names them.'),
  own_notice: forbidden('Wrote the notice', 'Another editor approves it.'),
  own_verdict: cannotHold(
    'Wrote the verdict',
    'Whoever wrote any of what would be published does not decide on it. Somebody else must.',
  ),
  own_decision: cannotHold(
    'Decided on the verdict',
    'Whoever returned a verdict does not write on its next round. Somebody else must.',
  ),
  nobody_left_to_decide: conflict(
    'Nobody left to decide',
    'No editor could decide on the verdict then. Leave the writing to somebody else; whoever leaves, leaves once it is decided.',
  ),
  paused: conflict('Paused', 'The clock and the lease of the task stand still. Unpause it first.'),
  not_paused: conflict('Not paused', 'The task is not paused. There is nothing to do.'),
  no_task: conflict('No task to assign', 'No task of the claim is open or under way.'),
  member_away: conflict(
    'Member away',
    'The member is away until `awayEndsAt`. Choose somebody else, or send `"override": true` where you assign.',
  ),
  member_inactive: conflict('Member inactive', 'The member is not active any more. Choose somebody else.'),
  wip_limit_reached: conflict(
    'Holds enough tasks',
    'The member holds `held` of at most `limit` tasks. Finish or release one, choose somebody else, or send `"override": true` where you assign.',
  ),
  duplicate_item: conflict(
    'Same claim twice',
    'An item before this one is about the same claim. Leave one out.',
  ),
  no_verdict_here: conflict(
    'No verdict at this stage',
    'A task of this stage has no draft and does not end in a verdict.',
  ),
  verdict_refused: unprocessable(
    'Verdict refused',
    'The verdict cannot stand so: `errors` says what is missing or does not fit, `reasons` the same for machines. The text is kept as the draft.',
  ),
  conflicts_unacknowledged: conflict(
    'Conflicts to acknowledge',
    'The rating clashes with those of related claims, listed in `conflicts`. Acknowledge each with a note, or return the verdict.',
  ),
  no_second_person: unprocessable(
    'No second person',
    'The second person has to be an active checker or editor other than you who wrote nothing of the verdict.',
  ),
};
