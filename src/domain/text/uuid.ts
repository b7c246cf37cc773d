/** UUIDs as text (RFC 9562), in either case. */

export const wholeUuid = /^[0-9a-fA-F]{8}(?:-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}$/;

export const isUuid = (text: string): boolean => text.length === 36 && wholeUuid.test(text);
