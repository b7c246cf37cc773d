/**
 * PURE: what is sent is never judged by rights older than a second. Rights are read again after this long; the
 * credential they were read from may be as old, and sending takes its time.
 */
export const rightsMaxAgeMs = 400;
