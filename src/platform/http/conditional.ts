import { hash } from 'node:crypto';
import type { IncomingMessage } from 'node:http';
import { Failure } from '../errors.js';
import { headerOf } from './header.js';
import type { Reply } from './route.js';

/**
 * RFC 9110: conditional requests. A tag names the version, which a write is compared with, and then the bytes that were sent:
 * what is shown of a thing can change without it, when words in it are erased or somebody in it is renamed.
 */

/** A strong entity tag, quotes included: `entityTag('c', id, 7)` → `"c-0193…-7"`. */
export const entityTag = (...parts: (string | number)[]): string =>
  `"${parts.map((part) => encodeURIComponent(part)).join('-')}"`;

/** Whether `If-None-Match` holds this tag (weak comparison) or is `*`. */
export function matches(request: IncomingMessage, tag: string): boolean {
  const given = headerOf(request, 'if-none-match');
  if (given === undefined) return false;
  const tags = parseTags(given);
  return tags === '*' || tags.some((one) => opaque(one) === opaque(tag));
}

/** The reply with its `ETag`, or 304 when the caller has it already. */
export function replyOr304(request: IncomingMessage, tag: string, reply: Reply): Reply {
  const headers = { ...reply.headers, ETag: tag };
  return matches(request, tag) ? { status: 304, headers } : { ...reply, headers };
}

/** What tells one text from any other, short enough for a tag. */
export const digestOf = (text: string): string => hash('sha256', text, 'base64url').slice(0, 22);

/** The reply with the tag of the version that it shows, and of the text that shows it. */
export function withVersionTag(
  tag: string,
  { body, ...reply }: Reply,
): Reply & { headers: { ETag: string } } {
  const rendered = reply.rendered ?? JSON.stringify(body);
  const ETag = `${tag.slice(0, -1)}-${digestOf(rendered)}"`;
  return { ...reply, rendered, headers: { ...reply.headers, ETag } };
}

/** The same, or 304 when the caller has it already. */
export function taggedReplyOr304(request: IncomingMessage, tag: string, reply: Reply): Reply {
  const shown = withVersionTag(tag, reply);
  return replyOr304(request, shown.headers.ETag, shown);
}

/** What was read, or 304 when the caller has it already. */
export const bodyOr304 = <One>(request: IncomingMessage, found: One, tagOf: (found: One) => string): Reply =>
  taggedReplyOr304(request, tagOf(found), { status: 200, body: found });

/**
 * Throws `stale` (412) with the current tag when `If-Match` is present and does not name this version, in whichever of its
 * representations: `"claim-7-desk-…"` and `"claim-7"` are version 7.
 */
export function requireMatch(request: IncomingMessage, tag: string): void {
  requireOne(request, tag, (given) => names(given, tag));
}

const names = (given: string, tag: string): boolean =>
  given === tag || given.startsWith(`${tag.slice(0, -1)}-`);

/** The same for what has a tag of each of several kinds, which their names begin with: any of them is enough. */
export function requireMatchOfAny(request: IncomingMessage, tags: readonly [string, ...string[]]): void {
  const kind = (tag: string): string => tag.slice(0, tag.indexOf('-'));
  const given = headerOf(request, 'if-match') ?? '';
  const current = tags.find((tag) => given.startsWith(kind(tag))) ?? tags[0];
  requireOne(request, current, (one) => tags.some((tag) => names(one, tag)));
}

function requireOne(request: IncomingMessage, current: string, fits: (tag: string) => boolean): void {
  const given = headerOf(request, 'if-match');
  if (given === undefined) return;
  const tags = parseTags(given);
  if (tags === '*' || tags.some(fits)) return;
  throw new Failure('stale', 'This has changed since you read it. Fetch it again and repeat the change.', {
    faults: [{ in: 'header', pointer: 'If-Match', message: 'is not the current ETag' }],
    extra: { current },
  });
}

/** Throws 428 where `If-Match` is missing, because a blind write would lose work; compares it with the tag, where one is given. */
export function requireIfMatch(request: IncomingMessage, tag?: string): void {
  if (headerOf(request, 'if-match') === undefined) {
    throw new Failure('stale', 'Send `If-Match` with the ETag of the version you are changing.', {
      code: 'precondition_required',
      faults: [{ in: 'header', pointer: 'If-Match', message: 'is required' }],
    });
  }
  if (tag !== undefined) requireMatch(request, tag);
}

/**
 * Throws 428 where a change replaces a list or a set of texts as a whole and does not say which: what somebody
 * else added to it meanwhile would be gone. A change of single values takes nothing along.
 */
export function requireIfMatchToReplace(request: IncomingMessage, patch: object): void {
  if (Object.values(patch).some((value) => typeof value === 'object' && value !== null))
    requireIfMatch(request);
}

/** How a change looks at what it changes, under its lock. `patch`: it may replace a list. */
export const requireUnchanged =
  <One>(request: IncomingMessage, tagOf: (current: One) => string, patch: object = {}) =>
  (current: One): void => {
    requireIfMatchToReplace(request, patch);
    requireMatch(request, tagOf(current));
  };

/** What the document says of `If-Match` on such a change. */
export const ifMatchToReplace =
  'The ETag of what you read: refused with 412 when it has changed since. Needed (428) where the change replaces a list or a set of texts';

/** What `If-Match` names, without quotes, where it names one thing; undefined where there is none, or `*`. */
export function namedByIfMatch(request: IncomingMessage): string | undefined {
  const given = headerOf(request, 'if-match');
  const tags = given === undefined ? '*' : parseTags(given);
  return tags === '*' ? undefined : (tags[0] ?? '').replace(/^"|"$/g, '');
}

const oneTag = /\s*(?<tag>(?:W\/)?"[\x21\x23-\x7e\x80-\xff]*")\s*(?:,|$)/y;

/** The tags of the list up to the first thing that is none: what is malformed matches nothing. */
function parseTags(header: string): '*' | string[] {
  if (header.trim() === '*') return '*';
  const tags: string[] = [];
  oneTag.lastIndex = 0;
  for (let found = oneTag.exec(header); found?.groups?.['tag']; found = oneTag.exec(header))
    tags.push(found.groups['tag']);
  return tags;
}

const opaque = (tag: string): string => tag.replace(/^W\//, '');
