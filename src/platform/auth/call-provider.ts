/** Calls to an identity provider that the settings name. */
import { z } from 'zod';
import { allowanceFor } from '../../domain/access/allowance.js';
import { Failure } from '../errors.js';
import { createOutbound, type CallAnswer } from '../outbound/outbound.js';

/** Who somebody is to an identity provider. */
export interface Subject {
  issuer: string;
  subject: string;
  /** What they are called there, where that is told. */
  name?: string;
}

/** What it calls somebody, as far as it is a name that can be shown. */
export const subjectName = z
  .string()
  .trim()
  .min(1)
  .max(200)
  .regex(/^\P{Cc}+$/u)
  .optional()
  .catch(undefined);

export const timeoutMs = 5_000;
/** After a failure the provider is not asked for this long. */
export const pauseMs = 2_000;

const limits = {
  connectMs: timeoutMs,
  answerMs: timeoutMs,
  wholeMs: timeoutMs,
  bytes: 1_000_000,
  bytesPerSecond: 100,
};

interface Question {
  method?: 'GET' | 'POST';
  headers: Record<string, string>;
  body?: Buffer;
  signal?: AbortSignal | undefined;
}

/** It may stand inside the network: its host is called, and whatever else is public. */
export async function callProvider(
  issuer: string,
  url: string,
  { method = 'GET', headers, body, signal }: Question,
): Promise<CallAnswer> {
  const answer = await createOutbound({ allow: [allowanceFor(issuer)] }).call({
    method,
    url,
    headers,
    limits,
    ...(body && { body }),
    ...(signal && { signal }),
  });
  if (answer.cut !== null) throw new Error('the answer of the identity provider was cut off');
  return answer;
}

export const providerUnavailable = (): Failure =>
  new Failure(
    'busy',
    'The identity provider cannot be asked at the moment. Try again shortly, or use a key.',
    {
      code: 'identity_provider_unavailable',
      retryAfter: 5,
    },
  );
