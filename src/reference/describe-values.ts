import { repairWords } from '../domain/import/report.js';
import { claimValues } from './claim-values.js';
import { reviewValues } from './review-values.js';
import { resourceValues } from './resource-values.js';

const tables: readonly Readonly<Record<string, string>>[] = [
  ...claimValues,
  ...reviewValues,
  ...resourceValues,
  repairWords,
];

/** What the values of an enumeration mean, a line for each; undefined where nobody has said. */
export function describeValues(values: readonly unknown[]): string | undefined {
  if (values.every(isSort)) return 'A name sorts upwards, with `-` before it downwards.';
  if (values.every((value) => /^[a-z_]+\.[a-z_]+$/.test(String(value))))
    return 'Types of events: what it happened to, and what happened.';
  const words = tables.find((table) => values.every((value) => Object.hasOwn(table, String(value))));
  return words && values.map((value) => `- \`${String(value)}\`: ${String(words[String(value)])}`).join('\n');
}

/** What one value means, where it is the name of a field: a count for each outcome, say. */
export const describeValue = (value: string): string | undefined =>
  tables.find((table) => Object.hasOwn(table, value))?.[value];

const isSort = (value: unknown, _index: number, all: readonly unknown[]): boolean =>
  typeof value === 'string' && all.includes(value.startsWith('-') ? value.slice(1) : `-${value}`);
