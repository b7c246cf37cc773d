/** Who decided on something, and whose it was. */
import type { FaultLocation } from '../checkpoints/verification-error.js';
import type { Role } from '../../domain/access/rules.js';

/** In the order of the feed; what has no place there yet comes after all that has, by its moment. */
export const orderOf = (position: number | null, at: string): number => position ?? unplaced + Date.parse(at);
export const unplaced = 2 ** 52;

/** What was decided on, as somebody who looks at it again finds it. */
export type DecidedOn =
  { kind: 'verdict' | 'notice'; ref: string; revision: number } | { kind: 'privileged_change'; id: string };

export interface Decision {
  on: DecidedOn;
  order: number;
  place: FaultLocation;
  /** The members who decided, and as what they could. */
  deciders: readonly { member: string; as: readonly Role[] }[];
  /** The members who wrote any of it, or asked for it. */
  writers: readonly string[];
  /** Of a privileged change: who asked for it, and as what they still could when it was confirmed, at that moment. */
  asker?: { member: string; as: readonly Role[]; at: number };
  /** Of a verdict: what it names that has a chain of its own, and since when nobody who decides may have changed it. */
  named?: NamedIngredients;
  /** Of a privileged change: what it made of members itself does not count yet. */
  except?: string;
}

export interface NamedIngredients {
  since: number;
  articleVersion: string;
  sources: readonly string[];
  provisions: readonly string[];
  /** Claims that it was related to. */
  related: readonly string[];
}
