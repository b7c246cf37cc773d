/** Ids of made-up rows that end in a number, by kind: as text, and as an expression of SQL over a column. */
export const idOf = (kind: number, number: number): string =>
  `00000000-0000-7000-${String(8000 + kind)}-${number.toString(16).padStart(12, '0')}`;

export const numbered = (kind: number, number: string): string =>
  `('00000000-0000-7000-${String(8000 + kind)}-' || lpad(to_hex(${number}), 12, '0'))::uuid`;
