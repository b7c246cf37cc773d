import { meaning } from './meaning.js';

const missing = meaning('not_found');
const conflict = meaning('conflict');
const unprocessable = meaning('unprocessable');

/** Claims: what they are made of, how they are related, what is published of them. */
export const claimCodes = {
  claim_not_found: missing('No such claim', 'No claim has this id or ref. `GET /v1/claims` lists them.'),
  relation_not_found: missing(
    'No such relation',
    'The claim has no relation of this id; to be taken back, it has to go out from the claim. `GET /v1/claims/{id}/relations` lists them.',
  ),
  quote_absent: unprocessable(
    'Quote not found',
    'The quote does not stand in this version of the article. Copy it from the text as it is stored; `candidates` holds places that are written much the same.',
  ),
  quote_ambiguous: unprocessable(
    'Quote not unique',
    'The quote stands in more than one place: `candidates` holds the first twenty. Add `prefix`, `suffix` or `start`.',
  ),
  quote_position_mismatch: unprocessable(
    'Quote elsewhere',
    'The quote does not stand at this position, but where `candidates` says. Correct `start` and `end`, or leave them out.',
  ),
  quote_context_mismatch: unprocessable(
    'Quote in another context',
    'The quote stands in this version, but not between this `prefix` and `suffix`: `candidates` holds its places. Look whether one of them is meant, and copy what surrounds it.',
  ),
  quote_taken: conflict(
    'Quote has a claim',
    'A claim stands on this very quote: `claim` names it. Use that one, or quote other words.',
  ),
  external_id_taken: conflict(
    'External id taken',
    'The claim named by `claim` has this `externalId`. Use that one, or send another id.',
  ),
  linked_already: conflict('Linked already', 'The claim is linked to this norm. There is nothing to do.'),
  related_already: conflict('Related already', 'The relation is there. There is nothing to do.'),
  claim_full: conflict(
    'Claim full',
    'The claim, or the one that it would be related to, has as many relations, evidence or contacts as one may have.',
  ),
  related_to_itself: unprocessable(
    'Related to itself',
    'A claim has no relation to itself. Name another one.',
  ),
  merge_into_itself: conflict(
    'Merge into itself',
    'A claim or source cannot be merged into itself. Name another one.',
  ),
  merge_target_gone: conflict(
    'Merge target gone',
    'What was to be merged into is itself merged or rejected, or its names are withheld: `detail` says which. Merge into one that stands.',
  ),
  as_of_future: unprocessable(
    'In the future',
    'What a claim will be is not known. Let `asOf` lie in the past.',
  ),
  desk_only: meaning('forbidden')(
    'For the desk only',
    'Who holds a task is seen by the desk only. Leave `assignee` out.',
  ),
  nothing_to_note: conflict(
    'Nothing to note',
    'A notice is the note of a retraction or merge of something published. Retract or merge it first.',
  ),
  notice_exists: conflict(
    'Has a notice',
    'A notice about this waits or is public: `edition` names it. Decide on it first.',
  ),
  notice_erased: conflict('Notice erased', 'Nothing is left to publish. Drop the notice, or write another.'),
  notice_outdated: conflict('Notice outdated', 'The public is told something else by now. Drop the notice.'),
  edition_not_found: missing(
    'No such edition',
    'The claim has no edition of this digest or revision. `GET …/editions` lists them.',
  ),
  claim_merged: meaning('gone')(
    'Claim merged',
    'The claim was published and is treated together with another one now: `into` names it.',
  ),
  merge_target_unpublished: conflict(
    'Merge target not published',
    'The claim is published, and what it is to be merged into is not. Merge it into one that is.',
  ),
  merge_note_missing: unprocessable(
    'Merge note missing',
    'The claim is published: readers are led to another one, and a note says why. Send it as `note`.',
  ),
  published_already: conflict(
    'Published already',
    'Whether a claim was made to try something out cannot change once a verdict on it was published.',
  ),
  verdict_not_published: missing(
    'Nothing published',
    'No verdict on this claim is published, so there is no ClaimReview. `claimStatus` says where the claim stands.',
  ),
  verdict_retracted: meaning('gone')(
    'Verdict retracted',
    'The verdict was taken back. Remove what you show of it; `correction` says why.',
  ),
};
