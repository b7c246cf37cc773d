/** PURE: addresses as they are meant: what is not seen in them came along when they were copied. */

/** Zero-width characters, bidirectional controls and soft hyphens; none of them stands in an address unescaped. */
const unseen = /[\u00AD\u061C\u180E\u200B-\u200F\u202A-\u202E\u2060-\u2069\uFEFF]/gu;

/** The address without them. */
export const cleanAddress = (address: string): string => address.replace(unseen, '');
