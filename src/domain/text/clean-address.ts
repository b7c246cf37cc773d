/** PURE: addresses as they are meant: what is not seen in them came along when they were copied. */
import { unseen } from './fold.js';

const everyUnseen = new RegExp(unseen.source, 'gu');

/** The address without the characters that nobody sees; none of them stands in an address unescaped. */
export const cleanAddress = (address: string): string => address.replace(everyUnseen, '');
