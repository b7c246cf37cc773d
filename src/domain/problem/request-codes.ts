import { meaning } from './meaning.js';

const invalid = meaning('invalid');
const forbidden = meaning('forbidden');
const conflict = meaning('conflict');
const unprocessable = meaning('unprocessable');
const stale = meaning('stale');
const busy = meaning('busy');

/** What may be wrong with a request whatever it is about, or with us. */
export const requestCodes = {
  invalid: invalid(
    'Invalid fields',
    'Fields or parameters are missing, unknown or have another form. `errors` names every one of them: correct all and send it again.',
  ),
  unknown_reference: unprocessable(
    'Unknown reference',
    'The request names something that is not there, or not there for what it is about: `errors` says what and where. Create it first, or name another; for a source, a `label` may stand.',
  ),
  malformed_url: invalid('Malformed path', 'The path cannot be decoded. Percent-encode it as UTF-8.'),
  malformed_body: invalid(
    'Malformed body',
    'The body is no JSON in UTF-8, or nested too deep. `errors` names the place where there is one.',
  ),
  malformed_request: invalid('Unreadable request', 'The request ended before its body did. Send it again.'),
  headers_too_large: invalid(
    'Headers too large',
    'The headers are longer than 16 KiB. Send fewer or shorter ones.',
  ),
  request_timeout: invalid('Request timeout', 'The request did not arrive in time. Send it again.'),
  malformed_idempotency_key: invalid(
    'Malformed Idempotency-Key',
    'The header `Idempotency-Key` is no text of 1 to 255 characters in quotes. Send a new UUID, for example.',
  ),
  invalid_cursor: invalid(
    'Unknown cursor',
    'The cursor is not one that this list or feed gave out. Start again without it.',
  ),
  method_not_allowed: invalid(
    'Method not allowed',
    'The path is there, but not with this method. The header `Allow` lists those it has.',
  ),
  body_too_large: invalid('Body too large', 'The body is larger than `detail` says it may be. Send less.'),
  unsupported_media_type: invalid(
    'Unsupported media type',
    'Send the body as `application/json` in UTF-8; some operations take `application/x-ndjson` too.',
  ),
  unsupported_content_encoding: invalid(
    'Unsupported content encoding',
    'Send the body uncompressed, or with gzip, deflate or br.',
  ),
  path_not_found: meaning('not_found')(
    'No such path',
    'Nothing is at this path. Every path is described at /docs.',
  ),
  unauthenticated: meaning('unauthenticated')(
    'No valid key',
    'No key was sent, or it is unknown, expired or revoked; or the session has ended. Send `Authorization: Bearer <key>` with one that works, or sign in again.',
  ),
  unknown_subject: forbidden(
    'Signed in, but no member',
    'The token of the identity provider is good, but no member is tied to it. Give `issuer` and `subject` to an admin.',
  ),
  forbidden: forbidden(
    'Not allowed for this role',
    'The role of the key does not hold what this takes. `roles` lists those that do.',
  ),
  sent_from_elsewhere: forbidden(
    'Sent from another site',
    'A browser sent this from a page of another site, or does not say from which. Use the page of this installation, or a bearer key.',
  ),
  tls_needed: forbidden(
    'TLS needed',
    'A browser keeps no session from a page that came unencrypted from another machine. Reach this installation by https.',
  ),
  rate_limited: meaning('limited')(
    'Too many requests',
    'The limit of the key or address is used up. Wait the seconds in `Retry-After`.',
  ),
  precondition_required: stale(
    'If-Match needed',
    'This change could undo somebody else’s. Send `If-Match` with the ETag of what you read.',
  ),
  stale: stale(
    'Changed since you read it',
    'The ETag in `If-Match` is not the current one. Read it again, then repeat the change.',
  ),
  idempotency_key_reused: meaning('unprocessable')(
    'Idempotency-Key used before',
    'The `Idempotency-Key` came with another request. Take a new key for a new request.',
  ),
  request_under_way: conflict(
    'Same request under way',
    'A request with this `Idempotency-Key` has not been answered yet. Send it again after `Retry-After`.',
  ),
  answered_to_another_role: conflict(
    'Answered to another role',
    'This was done, and answered to you in another role than yours is now. Read what you may see of it.',
  ),
  too_many_streams: meaning('limited')(
    'Too many streams',
    'The key has as many streams open as it may (`STREAMS_PER_KEY`). Close one of them first.',
  ),
  shown_before: conflict(
    'Secret shown before',
    'This was done, and its answer held a secret, which is shown once. If it was lost, revoke what was made and make another.',
  ),
  changed_meanwhile: conflict(
    'Changed meanwhile',
    'Somebody else changed it at the same moment. Read it again and decide anew.',
  ),
  too_much_at_once: busy(
    'Too much at once',
    'So many ask for an answer that takes long to make that this one was not begun. Try again after `Retry-After`.',
  ),
  database_unavailable: busy(
    'Database unavailable',
    'The database cannot answer or has too much to do. Send it again after `Retry-After`.',
  ),
  database_cannot_write: busy(
    'Database cannot write',
    'The database answers but takes no writes: its disk is full, or it is a standby. Reading works. Send it again later.',
  ),
  secrets_key_wrong: busy(
    'Secrets cannot be opened',
    'The operator has set another `SECRETS_KEY_FILE` than secrets were kept under. Nothing can be signed until it is the right one.',
  ),
  identity_provider_unavailable: busy(
    'Identity provider unavailable',
    'The keys of the identity provider cannot be had. Try again after `Retry-After`, or use a key of Isnad.',
  ),
  internal_error: meaning()(
    'Internal error',
    'Something went wrong on our side. Tell the operator the `requestId`.',
  ),
};
