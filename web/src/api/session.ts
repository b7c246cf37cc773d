/** How one can sign in here. */
import { queryOptions } from '@tanstack/react-query';
import type { Language } from '../language/languages.js';
import { api } from './api.js';

/** In this language it says why the last attempt came to nothing. */
export const signInWays = (language: Language) =>
  queryOptions({
    queryKey: ['sign-in-ways', language],
    queryFn: ({ signal }) => api.require('GET /session/ways', {}, { signal }),
  });
