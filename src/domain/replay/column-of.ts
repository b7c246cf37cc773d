/** PURE: the column that a field is kept in: `secondaryKinds` → `secondary_kinds`. */
export const columnOf = (field: string): string =>
  field.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
