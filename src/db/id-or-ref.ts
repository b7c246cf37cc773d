const uuidForm = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

/** What a path names by UUID or by ref. A ref never has the form of a UUID, so there is no doubt which it is. */
export const byIdOrRef = (idOrRef: string): { id: string } | { ref: string } =>
  uuidForm.test(idOrRef) ? { id: idOrRef } : { ref: idOrRef };
