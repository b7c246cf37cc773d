/** The API of Isnad as this browser asks it: by the cookie of its session, in the language of the desk. */
import { createClient, Refusal } from '../../../client/client.js';
import type { Language } from '../language/languages.js';

/** Where and how it is asked. */
export const settings = { url: location.origin, retries: 2, language: undefined as Language | undefined };

export const api = createClient(settings);

/** In which language the API gives its reasons from now on. */
export const askIn = (language: Language): void => {
  settings.language = language;
};

export const isRefusal = (error: unknown): error is Refusal => error instanceof Refusal;
export const isSignedOut = (error: unknown): boolean => isRefusal(error) && error.status === 401;
