/** What can be asked for; a verdict may be written in any. */
export const languages = ['ar', 'en'] as const;
export type Language = (typeof languages)[number];
