/**
 * PURE: what is sent is never judged by rights older than a second. So long, in milliseconds, rights that were read are
 * believed; the credential they were read from may be as old, and sending takes its time.
 */
export const trustedMs = 400;
