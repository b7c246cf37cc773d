/** A screen with a draft was left: whoever sends what the desk does not have by then hears of it. */
import { createListeners } from '../parts/listeners.js';

export const { subscribe: onScreenLeft, notify: noteScreenLeft } = createListeners();
