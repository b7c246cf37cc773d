/** What can be asked for; a verdict may be written in any. */
export const languages = ['ar', 'en'] as const;
export type Language = (typeof languages)[number];

/** The language of these in which a reader of any is spoken to. */
export const languageFor = (tag: string): Language => (tag.split('-', 1)[0] === 'ar' ? 'ar' : 'en');
