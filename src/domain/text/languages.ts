/** What can be asked for; a verdict may be written in any. */
export const languages = ['ar', 'en'] as const;
export type Language = (typeof languages)[number];

/** The language itself, without script, region or variant. */
export const primary = (tag: string): string => tag.split('-', 1)[0] ?? tag;

/** The language of these in which a reader of any is spoken to. */
export const languageFor = (tag: string): Language => (primary(tag) === 'ar' ? 'ar' : 'en');
