import { meaning } from './meaning.js';

const invalid = meaning('invalid');
const missing = meaning('not_found');
const conflict = meaning('conflict');
const upstream = meaning('upstream');

/** Articles, sources, norms, evidence, members, keys, webhooks and the feed. */
export const resourceCodes = {
  article_not_found: missing('No such article', 'No article has this id or ref.'),
  article_version_not_found: missing('No such version', 'The article has no version of this number.'),
  source_not_found: missing('No such source', 'No source has this id or ref.'),
  instrument_not_found: missing('No such instrument', 'No instrument has this id or ref.'),
  provision_not_found: missing('No such provision', 'No provision has this id or ref.'),
  link_not_found: missing(
    'No such link',
    'The claim has no link to a norm of this id. `GET /v1/claims/{id}/provisions` lists them.',
  ),
  scale_not_found: missing('No such scale', 'The scale of ratings has no such version.'),
  evidence_not_found: missing('No such evidence', 'No evidence has this id.'),
  contact_not_found: missing('No such contact', 'No contact has this id.'),
  capture_not_found: missing('No such capture', 'No capture has this id.'),
  checkpoint_not_found: missing('No such checkpoint', 'No checkpoint has this number.'),
  event_not_found: missing('No such event', 'No event has this id.'),
  event_not_covered: missing(
    'Not covered yet',
    'The event is newer than the last checkpoint. One is signed each day: ask again then.',
  ),
  member_not_found: missing('No such member', 'No member has this id or ref.'),
  key_not_found: missing('No such key', 'No key has this id.'),
  privileged_change_not_found: missing('No such change', 'No privileged change has this id.'),
  erasure_not_found: missing('No such erasure', 'No erasure has this id. `GET /v1/erasures` lists them.'),
  webhook_not_found: missing('No such webhook', 'No webhook of yours has this id.'),
  job_not_found: missing('No such job', 'The queue holds no job of this id any more.'),
  job_not_given_up: conflict(
    'Job not given up',
    'The job has not been given up, or is being tried again. Look at the queue again.',
  ),
  ref_taken: conflict(
    'Ref taken',
    'Another one has this ref. Choose another, or leave it out to be given one.',
  ),
  same_text: conflict(
    'Same text',
    'The latest version of the article has this very text. There is nothing to do.',
  ),
  paragraph_taken: conflict(
    'Paragraph taken',
    'The instrument has a provision of this paragraph. Change that one.',
  ),
  scale_changed: conflict(
    'Scale changed meanwhile',
    'Another scale was published at the same moment. Read it, then decide again.',
  ),
  nothing_captured: missing(
    'Nothing captured',
    'The page could not be captured, so there are no bytes. `failure` of the capture says why.',
  ),
  capture_under_way: conflict(
    'Being captured',
    'The evidence is being captured, or a submitted verdict that cites it is about to be recorded. Wait for what comes of it.',
  ),
  store_unavailable: meaning('busy')(
    'Store unavailable',
    'The store of captured pages does not answer. Try again after `Retry-After`.',
  ),
  content_missing: upstream(
    'Content missing',
    'The bytes that were captured are not in their store. Tell the operator.',
  ),
  content_damaged: upstream(
    'Content damaged',
    'What is stored is not what was captured. It is not shown; tell the operator.',
  ),
  tool_not_reader: invalid('Tools only read', 'A member of kind `tool` can only have the role `reader`.'),
  identity_taken: conflict('Identity taken', 'One of the identities is tied to another member.'),
  identity_named_twice: invalid(
    'Identity named twice',
    'One identity is named twice, by its subject or by its digest.',
  ),
  unknown_identity: invalid(
    'Unknown identity',
    'No member has or had the identity of this digest. Name it by its subject.',
  ),
  last_admin: conflict('Last admin', 'This is the last active admin. Make another member admin first.'),
  expires_in_the_past: invalid(
    'Expired already',
    'The key would have expired already. Let it end in the future.',
  ),
  invalid_window: meaning('unprocessable')(
    'Invalid window',
    'There are no figures for this window: `from` has to be before `to`, by at most ten years.',
  ),
  address_refused: meaning('unprocessable')(
    'Address refused',
    'This address is not called: it is inside a network, or not allowed by the operator. `errors` says why.',
  ),
  webhook_without_key: conflict(
    'Webhook without a key',
    'Its member is not active, or the key it was made with is revoked or expired. Another key of that member has to enable it.',
  ),
  not_webhook_owner: meaning('forbidden')(
    'Not its owner',
    'Only the member whom the webhook belongs to does this. An admin may disable, enable or delete it.',
  ),
  not_adopted: conflict(
    'Not adopted',
    'The database was copied or restored, so nobody is called. The operator says that this is the one: `isnad adopt`.',
  ),
  privileged_change_lapsed: conflict(
    'Change lapsed',
    'Nobody confirmed the change in time. Ask for it again.',
  ),
  asker_inactive: conflict(
    'Asker inactive',
    'The admin who asked for the change is not active any more. Reject it, and ask for it yourself.',
  ),
  not_who_asked: meaning('forbidden')(
    'Not who asked',
    'Only the admin who asked for the change may withdraw it. You may reject it.',
  ),
  same_person: meaning('forbidden')(
    'Same person',
    'You asked for the change yourself, as this member or another one of yours. Another admin has to decide on it.',
  ),
  evidence_erased: conflict(
    'Evidence erased',
    'What was captured of this evidence was erased. It is not captured again: record other evidence.',
  ),
  content_erased: meaning('gone')('Content erased', 'What was captured was erased. It is nowhere any more.'),
  nobody_to_confirm: conflict(
    'Nobody to confirm',
    'There is no other admin or editor who could confirm the erasure. Use the command `isnad erase`.',
  ),
  source_merged: conflict(
    'Source merged',
    'The source was merged into another, which stands for it. Ask for that one: this one goes along.',
  ),
  sources_changed: conflict(
    'Sources changed',
    'Other sources are merged into it than when the erasure was asked for. Reject it, and ask for it again.',
  ),
  erasure_waiting: conflict(
    'Erasure waiting',
    'An erasure of the names of the source waits for a second person. Have it decided on first.',
  ),
  change_waiting: conflict(
    'Change waiting',
    'A change of the member waits for another admin. Decide on it first.',
  ),
  member_still_active: conflict(
    'Member still active',
    'An active member is not erased. Set them inactive first.',
  ),
  key_ended: conflict('Key ended', 'The key is revoked, or has a successor already. Make a new key instead.'),
  sign_in_key: conflict(
    'Key of a sign-in',
    'The key has no secret: it stands for a sign-in at the identity provider and is not replaced.',
  ),
  too_many_webhooks: conflict(
    'Too many webhooks',
    'You have as many webhooks as a member may. Delete one first.',
  ),
  import_too_large: meaning('unprocessable')(
    'Import too large',
    'The document holds more items than one import may, or stands for far more than it holds. Send it in parts.',
  ),
  cursor_ahead: invalid(
    'Cursor of no place in the feed',
    'The cursor is of another installation, or this one was set back to an earlier state. Start again without it.',
  ),
};
