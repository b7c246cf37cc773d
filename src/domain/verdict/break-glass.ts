/** PURE: how long a decision out of turn waits for its second person, in hours: until editors are told, and until it lapses. */
export const escalateHours = 1;
export const confirmHours = 24;
