/** UUIDs as text (RFC 9562), in either case. */

export const wholeUuid = /^[0-9a-fA-F]{8}(?:-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}$/;

/** Before every other. */
export const nilUuid = '00000000-0000-0000-0000-000000000000';

export const isUuid = (text: string): boolean => text.length === 36 && wholeUuid.test(text);
