import type { Answer, Reply } from '../../platform/http/route.js';
import { privilegedChange, type PrivilegedChange } from './privileged-change.schema.js';

/** Done at once, or waiting for another admin. */
export type Outcome<Result> = { done: Result } | { waiting: PrivilegedChange };

export const waitingAnswer: Answer = {
  description: 'Another admin has to confirm it: nothing has changed yet',
  body: privilegedChange,
  headers: { Location: 'The change that waits' },
};

/** `more`: what is shown with it once. */
export const answerWaiting = (waiting: PrivilegedChange, more: object = {}): Reply => ({
  status: 202,
  body: { ...waiting, ...more },
  headers: { Location: `/v1/privileged-changes/${waiting.id}`, 'Cache-Control': 'no-store' },
});
