/** What is left on this device of tasks that no screen shows may be another by now: whoever sends it hears of that. */
import { createListeners } from '../parts/listeners.js';

export const { subscribe: onLeftChanged, notify: noteLeftChanged } = createListeners();
