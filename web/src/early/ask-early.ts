/** Asks for what the first screen needs while the rest of the desk is still being read: it stands before all of it. */
import { writeRequest } from '../../../client/request.js';
import { firstLanguage } from '../language/languages.js';
import { noteEarly } from './early-answers.js';
import { lastMember, myWork } from './my-work.js';

function ask(route: string, input: object = {}): void {
  const at = { url: location.origin, language: firstLanguage() };
  const { url, ...request } = writeRequest(at, route, { ...input });
  noteEarly(url, fetch(url, { ...request, redirect: 'manual' }));
}

ask('GET /v1/me');
const member = lastMember();
// Whose work it was last: where somebody else is here, they are asked for theirs.
if (member !== null && /^\/desk(\/work)?\/?$/.test(location.pathname)) ask('GET /v1/tasks', myWork(member));
