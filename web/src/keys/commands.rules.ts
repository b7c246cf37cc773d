/** PURE: which commands the palette shows for what was typed, in which order, and where among them an arrow leads. */
import { foldText } from '../../../src/domain/text/fold.js';
import type { Offer } from './offers.js';

interface Known {
  offers: readonly Offer[];
  /** Ways to what was typed itself. */
  named: readonly Offer[];
}

/**
 * As people type it: without vowel marks, with ا for أ. What is called so comes before a claim of that name, and what is about
 * one after it; what may not be done comes last.
 */
export function commandsFor(typed: string, { offers, named }: Known): Offer[] {
  const wanted = foldText(typed, 'search').trim();
  const holds = (...texts: (string | undefined)[]): boolean =>
    foldText(texts.join(' '), 'search').includes(wanted);
  const called = offers.filter(({ label }) => holds(label));
  const about = offers.filter(({ label, of, note }) => !holds(label) && holds(of, note));
  return [...called, ...named, ...about].toSorted(
    (one, other) => Number(one.why !== undefined) - Number(other.why !== undefined),
  );
}

/** `at`: -1 where none is chosen. */
export const stepTo = (at: number, step: 1 | -1, count: number): number =>
  at === -1 ? (step === 1 ? 0 : count - 1) : (at + step + count) % Math.max(1, count);

/** What was marked as long as it is offered, and the first of what is left once it is not. */
export const markedOf = (
  commands: readonly Pick<Offer, 'id'>[],
  id: string | undefined,
): string | undefined => (commands.find((command) => command.id === id) ?? commands[0])?.id;
