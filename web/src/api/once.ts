/** What is to happen once, although its answer may be lost on the way. */
import { useState } from 'react';
import { isRefusal } from './api.js';

/** What the API does not say of the request: it may have been done, or may be if it is asked for again. */
const passing = new Set([401, 408, 425, 429, 500, 502, 503, 504]);

/** Whether the API has answered, and will answer the same again. */
export const isFinal = (error: unknown): boolean => isRefusal(error) && !passing.has(error.status);

type Once = <Result>(body: unknown, send: (idempotencyKey: string) => Promise<Result>) => Promise<Result>;

/** Asked again with the same, it goes under the same key until the API has answered. */
export function onceAnswered(): Once {
  let sent: { text: string; key: string } | undefined;
  return async (body, send) => {
    const text = JSON.stringify(body);
    if (sent?.text !== text) sent = { text, key: crypto.randomUUID() };
    try {
      const result = await send(sent.key);
      sent = undefined;
      return result;
    } catch (error) {
      if (isFinal(error)) sent = undefined;
      throw error;
    }
  };
}

export const useIdempotentSend = (): Once => useState(onceAnswered)[0];
