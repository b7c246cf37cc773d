import { isUuid } from '../../domain/text/uuid.js';

/** What a path names by UUID or by ref. A ref never has the form of a UUID, so there is no doubt which it is. */
export const byIdOrRef = (idOrRef: string): { id: string } | { ref: string } =>
  isUuid(idOrRef) ? { id: idOrRef } : { ref: idOrRef };
