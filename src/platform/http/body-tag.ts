import type { IncomingMessage } from 'node:http';
import { digestOf, replyOr304 } from './conditional.js';
import type { Operation, Reply } from './route.js';

/** Whether answers of this operation get a tag made of their body: what is read with a key and names no version of its own. */
export const isTaggedByBody = ({ method, permission, answers }: Operation): boolean =>
  method === 'get' &&
  permission !== 'public' &&
  answers[304] === undefined &&
  answers[200]?.body !== undefined &&
  answers[200].contentType === undefined;

/**
 * Lists have no version, so their tag is a digest of what they show. That spares the bytes, not the query; what is
 * polled all day brings a tag that does.
 */
export function tagByBody(request: IncomingMessage, reply: Reply): Reply {
  if (reply.status !== 200 || reply.stream || reply.headers?.['ETag'] !== undefined) return reply;
  const { body, ...rest } = reply;
  const rendered = reply.rendered ?? JSON.stringify(body);
  return replyOr304(request, tagOfBody(rendered), { ...rest, rendered });
}

/** The tag of what is read as this JSON. */
export const tagOfBody = (rendered: string): string => `"body-${digestOf(rendered)}"`;
