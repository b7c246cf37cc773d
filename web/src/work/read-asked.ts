/** What a second person is asked to confirm, with the tag of what they read: it is what they confirm. */
import { Refusal } from '../../../client/client.js';
import type { GoodBody } from '../../../client/routes.js';
import { api } from '../api/api.js';

export type Asked =
  { erasure: GoodBody<'GET /v1/erasures/{id}'> } | { change: GoodBody<'GET /v1/privileged-changes/{id}'> };

type Read = Asked & { tag: string | undefined };

export const isErasure = (at: string): boolean => at.startsWith('/v1/erasures/');
export const idIn = (at: string): string => at.slice(at.lastIndexOf('/') + 1);

/** `at`: its path, as the inbox gives it. */
export const readAsked = (at: string, signal: AbortSignal): Promise<Read> =>
  isErasure(at) ? readErasure(idIn(at), signal) : readChange(idIn(at), signal);

async function readErasure(id: string, signal: AbortSignal): Promise<Read> {
  const answer = await api.ask('GET /v1/erasures/{id}', { id }, { signal });
  if (answer.status !== 200) throw new Refusal(answer.body, answer);
  return { erasure: answer.body, tag: answer.tag };
}

async function readChange(id: string, signal: AbortSignal): Promise<Read> {
  const answer = await api.ask('GET /v1/privileged-changes/{id}', { id }, { signal });
  if (answer.status !== 200) throw new Refusal(answer.body, answer);
  return { change: answer.body, tag: answer.tag };
}
