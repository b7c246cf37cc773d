/** What is asked for of somebody's work, and whose it was on this device last. */
import type { Input } from '../../../client/routes.js';
import { keepSetting, readSetting } from '../language/kept-settings.js';

export const myWork = (member: string): Input<'GET /v1/tasks'> => ({
  assignee: [member],
  status: ['assigned', 'in_progress', 'submitted'],
  sort: 'dueAt',
  limit: 200,
});

const kept = 'isnad-member';

/** Its ref: it opens nothing. On a device where nothing more can be written, the next start is not as quick. */
export const keepMember = (ref: string): void => {
  keepSetting(kept, ref);
};
export const lastMember = (): string | null => readSetting(kept);
